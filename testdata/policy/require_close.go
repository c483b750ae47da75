// With require-close a cancelled context is no discharge.
//
//fixture:require-close
package p

import (
	"context"
	"net/http"
	"time"
)

func deferredCancel(link string) (int, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func cancelOrClose(link string) error {
	ctx, cancel := context.WithCancel(context.Background())
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		cancel()
		return err
	}
	resp, err := http.DefaultClient.Do(req) // want `leaks-on-path`
	if err != nil {
		cancel()
		return err
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		cancel()
		return nil // via `returns with the body open`
	}
	cancel()
	return resp.Body.Close()
}

func both(link string) (int, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

// The cancel leaves the function, the body does not.
func cancelReturned(link string) (context.CancelFunc, error) {
	ctx, cancel := context.WithCancel(context.Background())
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		cancel()
		return nil, err
	}
	_, err = http.DefaultClient.Do(req) // want `discarded-response`
	return cancel, err
}
