// cockroachdb/errors: new errors are not nil, wrapped ones are nil as the error that they wrap.
package p

import (
	"context"
	"io"
	"net/http"

	"github.com/cockroachdb/errors"
)

// The deferred literal closes wherever an error is returned.
func newIsNoNil(link string) (body io.ReadCloser, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, errors.Wrap(err, "get")
	}
	defer func() {
		if err != nil {
			resp.Body.Close()
		}
	}()
	if resp.StatusCode != http.StatusOK {
		return nil, errors.Newf("status %s", resp.Status)
	}
	return resp.Body, nil
}

func wrappedIsNil(link string) error {
	resp, err := http.Get(link)
	if err := errors.Wrap(err, "get"); err != nil {
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
		return errors.Wrap(err, "get")
	}
	return resp.Body.Close()
}

func statusForgets(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return errors.Wrap(err, "get")
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return errors.Newf("answer %v", resp) // via `returns with the body open`
	}
	return resp.Body.Close()
}
