package fixture

import (
	"errors"
	"net/http"

	"github.com/cenkalti/backoff"
)

// What a literal that is called at once returns is known.
func resultIsKnown(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	failed := func() error { return nil }()
	if failed != nil {
		return failed
	}
	return resp.Body.Close()
}

func resultIsAnError(u string) error {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	failed := func() error { return errors.New("always") }()
	if failed != nil {
		return failed // via `returns with the body open`
	}
	return resp.Body.Close()
}

// The response comes back out of the literal.
func resultIsTheResponse(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	same := func() *http.Response { return resp }()
	resp = nil
	return same.Body.Close()
}

// A parameter of a literal ends with it: afterwards the variable alone holds the response.
func parameterEnds(u string) error {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	func(r *http.Response) { _ = r.StatusCode }(resp)
	resp, err = http.Get(u) // via `overwritten here`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// The error of a literal that a library runs is the error of that call.
func errorOfRetry(u string) error {
	var resp *http.Response
	err := backoff.Retry(func() error {
		var err error
		resp, err = http.Get(u)
		return err
	}, backoff.NewExponentialBackOff())
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
