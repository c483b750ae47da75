// context: the end of a context is that of its responses.
package p

import (
	"context"
	"net/http"
	"time"
)

func get(ctx context.Context, link string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func cancelled(ctx context.Context, link string) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	resp, err := get(ctx, link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

type key struct{}

func cancelledByItsParent(ctx context.Context, link string) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	resp, err := get(context.WithValue(ctx, key{}, link), link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The parent does not end with its child.
func forgets(ctx context.Context, link string) (int, error) {
	child, cancel := context.WithCancel(ctx)
	defer cancel()
	resp, err := get(ctx, link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, child.Err()
}

// The context has the response from here on.
func remembered(ctx context.Context, link string) (context.Context, error) {
	resp, err := get(ctx, link)
	if err != nil {
		return nil, err
	}
	return context.WithValue(ctx, key{}, resp), nil
}

// The context of the request has ended: its connection is given up.
func waitsForItsEnd(ctx context.Context, link string, ready <-chan bool) (int, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	select {
	case <-ready:
		return resp.StatusCode, resp.Body.Close()
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

// The request of a client is of the same context, that of another one is not.
func waitsForCaller(r *http.Request, link string, ready <-chan bool) (int, error) {
	first, err := get(r.Context(), link)
	if err != nil {
		return 0, err
	}
	select {
	case <-ready:
		first.Body.Close()
	case <-r.Context().Done():
		return 0, r.Context().Err()
	}
	second, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	select {
	case <-ready:
		second.Body.Close()
	case <-r.Context().Done():
		return 0, r.Context().Err()
	}
	return first.StatusCode + second.StatusCode, nil
}
