// multierr: errors are collected, and with them what is closed at the end.
package p

import (
	"io"
	"net/http"

	"go.uber.org/multierr"
)

func closedByInvoker(link string) (text []byte, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer multierr.AppendInvoke(&err, multierr.Close(resp.Body))
	return io.ReadAll(resp.Body)
}

func closedByAMethod(link string) (text []byte, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer multierr.AppendFunc(&err, resp.Body.Close)
	return io.ReadAll(resp.Body)
}

func combinedIsNil(link string) (err error) {
	resp, err := http.Get(link)
	if err := multierr.Combine(err); err != nil {
		return err
	}
	return resp.Body.Close()
}

func appended(links []string) (errs error) {
	for _, link := range links {
		resp, err := http.Get(link)
		if multierr.AppendInto(&errs, err) {
			continue
		}
		multierr.AppendInto(&errs, resp.Body.Close())
	}
	return errs
}

// An error that is kept for later leaves the body open.
func appendedForgets(links []string) (errs error) {
	for _, link := range links {
		resp, err := http.Get(link) // want `overwritten-response`
		if multierr.AppendInto(&errs, err) {
			continue
		}
		_, err = io.Copy(io.Discard, resp.Body)
		if multierr.AppendInto(&errs, err) { // via `when this is true`
			continue
		}
		errs = multierr.Append(errs, resp.Body.Close())
	}
	return errs
}
