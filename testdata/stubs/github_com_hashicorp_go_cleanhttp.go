// cleanhttp: its clients are those of net/http.
package p

import (
	"io"
	"net/http"

	"github.com/hashicorp/go-cleanhttp"
)

func forgets(link string) (int, error) {
	resp, err := cleanhttp.DefaultClient().Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func closes(link string) ([]byte, error) {
	resp, err := cleanhttp.DefaultPooledClient().Get(link)
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
	return cleanhttp.PrintablePathCheckHandler(copies, nil), nil
}
