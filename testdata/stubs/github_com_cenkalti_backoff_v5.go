// backoff: the operation is called until it succeeds; what it returns is the caller's.
package p

import (
	"context"
	"net/http"
	"time"

	"github.com/cenkalti/backoff/v5"
)

func forgets(ctx context.Context, link string) (int, error) {
	get := func() (*http.Response, error) { return http.Get(link) }
	resp, err := backoff.Retry(ctx, get, backoff.WithMaxTries(3)) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// A permanent error is nil as the error in it.
func closes(ctx context.Context, link string) (int, error) {
	get := func() (*http.Response, error) {
		resp, err := http.Get(link)
		return resp, backoff.Permanent(err)
	}
	resp, err := backoff.Retry(ctx, get, backoff.WithBackOff(backoff.NewExponentialBackOff()))
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func permanent(link string) error {
	resp, err := http.Get(link)
	if err := backoff.Permanent(err); err != nil {
		return err
	}
	return resp.Body.Close()
}

// The answer is closed as soon as something has to be tried again.
func options(link string) ([]backoff.RetryOption, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	again := backoff.WithNotify(func(err error, wait time.Duration) { resp.Body.Close() })
	return []backoff.RetryOption{again}, nil
}
