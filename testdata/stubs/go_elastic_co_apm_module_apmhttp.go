// Tracing by Elastic APM: its clients are those of net/http.
package p

import (
	"io"
	"net/http"

	"go.elastic.co/apm/module/apmhttp/v2"
)

func forgets(link string) ([]byte, error) {
	resp, err := apmhttp.WrapClient(http.DefaultClient).Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func closes(link string) ([]byte, error) {
	resp, err := apmhttp.WrapClient(http.DefaultClient).Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
