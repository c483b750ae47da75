// A literal fills a variable that the function returns: the function is a wrapper.
package p

import (
	"errors"
	"io"
	"net/http"
	"sync"
)

func twice(try func() error) error {
	if err := try(); err == nil {
		return nil
	}
	return try()
}

func filledByHelper(u string) (*http.Response, error) {
	var got *http.Response
	err := twice(func() (err error) {
		got, err = http.Get(u)
		return err
	})
	return got, err
}

func filledByHelperForgotten(u string) (string, error) {
	resp, err := filledByHelper(u) // want `never-closed`
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func filledByHelperClosed(u string) (string, error) {
	resp, err := filledByHelper(u)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return resp.Status, nil
}

func filledNamedResult(u string) (body io.ReadCloser, err error) {
	func() {
		var resp *http.Response
		if resp, err = http.Get(u); err == nil {
			body = resp.Body
		}
	}()
	return body, err
}

func filledNamedResultForgotten(u string) ([]byte, error) {
	body, err := filledNamedResult(u) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(body)
}

func filledByGroup(u string) (resp *http.Response, err error) {
	var group sync.WaitGroup
	group.Go(func() { resp, err = http.Get(u) })
	group.Wait()
	return resp, err
}

func filledByGroupForgotten(u string) (int, error) {
	resp, err := filledByGroup(u) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	if resp.StatusCode != http.StatusOK {
		return 0, errors.New("status") // via `returns with the body open`
	}
	return resp.StatusCode, resp.Body.Close()
}

// The literal closes what it got: the variable is returned closed.
func filledAndClosed(u string) (*http.Response, error) {
	var got *http.Response
	err := twice(func() (err error) {
		if got, err = http.Get(u); err == nil {
			got.Body.Close()
		}
		return err
	})
	return got, err
}

func filledAndClosedLooked(u string) (string, error) {
	resp, err := filledAndClosed(u)
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}
