// http2: its transport and connections hand over open responses.
package p

import (
	"context"
	"io"
	"net/http"

	"golang.org/x/net/http2"
)

func transportForgets(transport *http2.Transport, req *http.Request) (int, error) {
	resp, err := transport.RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func optionForgets(transport *http2.Transport, req *http.Request) (int, error) {
	resp, err := transport.RoundTripOpt(req, http2.RoundTripOpt{OnlyCachedConn: true}) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func connectionForgets(conn *http2.ClientConn, req *http.Request) (int, error) {
	resp, err := conn.RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func closes(transport *http2.Transport, req *http.Request) ([]byte, error) {
	resp, err := transport.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func cancelled(transport *http2.Transport, ctx context.Context, link string) (int, error) {
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
func forwards(transport *http2.Transport, link, to string) (*http.Response, error) {
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
