// os/signal: stop cancels the context, and so does its parent.
package p

import (
	"context"
	"net/http"
	"os"
	"os/signal"
)

func get(ctx context.Context, link string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func stopped(ctx context.Context, link string) (int, error) {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt)
	defer stop()
	resp, err := get(ctx, link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func cancelled(ctx context.Context, link string) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	ctx, _ = signal.NotifyContext(ctx, os.Interrupt)
	resp, err := get(ctx, link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func forgets(ctx context.Context, link string) (int, error) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	resp, err := get(ctx, link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
