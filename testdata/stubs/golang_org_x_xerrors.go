// xerrors: errors that are made are not nil, and nothing is in a nil error.
package p

import (
	"context"
	"io"
	"net/http"

	"golang.org/x/xerrors"
)

// The deferred literal closes wherever an error is returned.
func newIsNoNil(link string) (body io.ReadCloser, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, xerrors.Errorf("get %s: %w", link, err)
	}
	defer func() {
		if err != nil {
			resp.Body.Close()
		}
	}()
	if resp.StatusCode != http.StatusOK {
		return nil, xerrors.New(resp.Status)
	}
	return resp.Body, nil
}

func isNoNil(link string) error {
	resp, err := http.Get(link)
	if xerrors.Is(err, context.Canceled) {
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
		return xerrors.Errorf("get: %w", err)
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return xerrors.Errorf("answer %v", resp) // via `returns with the body open`
	}
	return resp.Body.Close()
}
