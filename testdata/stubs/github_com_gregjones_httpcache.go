// httpcache: a response from the cache is open as one from the network.
package p

import (
	"context"
	"io"
	"net/http"

	"github.com/gregjones/httpcache"
)

func transportForgets(transport *httpcache.Transport, req *http.Request) (int, error) {
	resp, err := transport.RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func clientForgets(link string) (int, error) {
	client := httpcache.NewMemoryCacheTransport().Client()
	resp, err := client.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func closes(transport *httpcache.Transport, req *http.Request) ([]byte, error) {
	resp, err := transport.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func cancelled(transport *httpcache.Transport, ctx context.Context, link string) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := transport.RoundTrip(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// What is sent on is closed by the one that sends it.
func forwards(transport *httpcache.Transport, link, to string) (*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest(http.MethodPost, to, resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	return transport.RoundTrip(req)
}
