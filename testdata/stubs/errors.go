// errors: new errors are not nil, and nothing is in a nil error.
package p

import (
	"context"
	"errors"
	"io"
	"net/http"
)

// The deferred literal closes wherever an error is returned.
func newIsNoNil(link string) (body io.ReadCloser, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			resp.Body.Close()
		}
	}()
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return resp.Body, nil
}

func joinedIsNil(link string) error {
	resp, err := http.Get(link)
	if err := errors.Join(err); err != nil {
		return err
	}
	return resp.Body.Close()
}

func isNoNil(link string) error {
	resp, err := http.Get(link)
	if errors.Is(err, context.Canceled) {
		return nil
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func statusForgets(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return errors.Join(errors.New("get"), err)
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return errors.New(resp.Status) // via `returns with the body open`
	}
	return resp.Body.Close()
}
