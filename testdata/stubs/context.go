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
