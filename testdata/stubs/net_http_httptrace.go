// httptrace: a context that is traced is one of its parent, and has the hooks.
package p

import (
	"context"
	"net/http"
	"net/http/httptrace"
)

func get(ctx context.Context, link string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func cancelled(ctx context.Context, link string) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var reused bool
	trace := &httptrace.ClientTrace{GotConn: func(info httptrace.GotConnInfo) { reused = info.Reused }}
	resp, err := get(httptrace.WithClientTrace(ctx, trace), link)
	if err != nil || !reused {
		return 0, err
	}
	return resp.StatusCode, nil
}

func forgets(ctx context.Context, link string) (int, error) {
	trace := &httptrace.ClientTrace{}
	resp, err := get(httptrace.WithClientTrace(ctx, trace), link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The hook has the body of the first answer until there is a second.
func hooked(ctx context.Context, link string) (context.Context, error) {
	resp, err := get(ctx, link)
	if err != nil {
		return nil, err
	}
	first := func(string) { resp.Body.Close() }
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GetConn: first}), nil
}
