// Tracing by Datadog: its clients are those of net/http.
package p

import (
	"io"
	"net/http"

	httptrace "gopkg.in/DataDog/dd-trace-go.v1/contrib/net/http"
)

func forgets(link string) ([]byte, error) {
	resp, err := httptrace.WrapClient(http.DefaultClient).Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func closes(link string) ([]byte, error) {
	resp, err := httptrace.WrapClient(http.DefaultClient).Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// The handler has the body from here on.
func handler(link string) (http.Handler, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	copies := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.Copy(w, resp.Body)
		resp.Body.Close()
	})
	return httptrace.WrapHandler(copies, "reader", "draft"), nil
}
