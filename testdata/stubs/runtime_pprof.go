// runtime/pprof: Do calls its function.
package p

import (
	"context"
	"net/http"
	"runtime/pprof"
)

func forgets(ctx context.Context, link string) (status int, err error) {
	var resp *http.Response
	pprof.Do(ctx, pprof.Labels("link", link), func(ctx context.Context) {
		resp, err = http.Get(link) // want `never-closed`
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func closes(ctx context.Context, link string) (status int, err error) {
	var resp *http.Response
	pprof.Do(ctx, pprof.Labels("link", link), func(ctx context.Context) {
		resp, err = http.Get(link)
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}

// The context with labels ends with the one that is cancelled, and the response with it.
func cancelled(ctx context.Context, link string) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	ctx = pprof.WithLabels(ctx, pprof.Labels("link", link))
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
