// retry-go: the function is called until it succeeds; what it returns is the caller's.
package p

import (
	"context"
	"errors"
	"io"
	"net/http"

	"github.com/avast/retry-go/v3"
)

func forgets(ctx context.Context, link string) (int, error) {
	var resp *http.Response
	err := retry.Do(func() error {
		var err error
		resp, err = http.Get(link) // want `never-closed`
		return err
	}, retry.Attempts(3), retry.Context(ctx))
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func closes(ctx context.Context, link string) (int, error) {
	var resp *http.Response
	err := retry.Do(func() error {
		var err error
		resp, err = http.Get(link)
		return err
	}, retry.Attempts(3), retry.Context(ctx))
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func dataForgets(link string) (int, error) {
	resp, err := retry.DoWithData(func() (*http.Response, error) { // want `never-closed`
		return http.Get(link)
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func dataCloses(link string) (int, error) {
	resp, err := retry.DoWithData(func() (*http.Response, error) {
		return http.Get(link)
	})
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

var errStatus = errors.New("status")

// The deferred literal closes wherever an error is returned.
func open(link string) (body io.ReadCloser, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			resp.Body.Close()
		}
	}()
	if resp.StatusCode == http.StatusNotFound {
		return nil, retry.Unrecoverable(errStatus)
	}
	return resp.Body, nil
}

// The answer is closed as soon as something has to be tried again.
func options(link string) ([]retry.Option, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	again := retry.OnRetry(func(attempt uint, err error) { resp.Body.Close() })
	return []retry.Option{again}, nil
}
