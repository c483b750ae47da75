// backoff: the operation is called until it succeeds; what it returns is the caller's.
package p

import (
	"net/http"

	"github.com/cenkalti/backoff"
)

func forgets(link string) (int, error) {
	var resp *http.Response
	get := func() error {
		var err error
		resp, err = http.Get(link) // want `never-closed`
		return err
	}
	if err := backoff.Retry(get, backoff.NewExponentialBackOff()); err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func dataForgets(link string) (int, error) {
	get := func() (*http.Response, error) { return http.Get(link) }
	resp, err := backoff.RetryWithData(get, backoff.WithMaxRetries(backoff.NewExponentialBackOff(), 3)) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// A permanent error is nil as the error in it.
func closes(link string) (int, error) {
	var resp *http.Response
	err := backoff.Retry(func() error {
		var err error
		resp, err = http.Get(link)
		return backoff.Permanent(err)
	}, backoff.NewConstantBackOff(backoff.Stop))
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}
