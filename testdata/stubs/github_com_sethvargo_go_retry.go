// go-retry: the function is called until its error is not retryable; what it returns is the caller's.
package p

import (
	"context"
	"net/http"
	"time"

	"github.com/sethvargo/go-retry"
)

func forgets(ctx context.Context, link string) (int, error) {
	var resp *http.Response
	err := retry.Fibonacci(ctx, time.Second, func(ctx context.Context) error {
		var err error
		resp, err = http.Get(link) // want `never-closed`
		return retry.RetryableError(err)
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func valueForgets(ctx context.Context, link string) (int, error) {
	resp, err := retry.DoValue(ctx, retry.NewConstant(time.Second), func(ctx context.Context) (*http.Response, error) { // want `never-closed`
		return http.Get(link)
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// A retryable error is nil as the error in it.
func closes(ctx context.Context, link string) (int, error) {
	var resp *http.Response
	backoff := retry.WithMaxRetries(3, retry.NewExponential(time.Second))
	err := retry.Do(ctx, backoff, func(ctx context.Context) error {
		var err error
		resp, err = http.Get(link)
		return retry.RetryableError(err)
	})
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}
