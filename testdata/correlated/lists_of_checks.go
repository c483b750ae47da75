// A variadic parameter without arguments, and other lists that are nil: there is no iteration over them.
package correlated

import (
	"errors"
	"net/http"
)

type listedCheck func(*http.Response) error

func listedOK(resp *http.Response) error {
	if resp.StatusCode != 200 {
		return errors.New(resp.Status)
	}
	return nil
}

// With checks, the caller closes the response although there is an error.
func listedGet(u string, checks ...listedCheck) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	for _, check := range checks {
		if err := check(resp); err != nil {
			return resp, err
		}
	}
	return resp, nil
}

func listedClosed(u string) error {
	resp, err := listedGet(u, listedOK)
	if resp != nil {
		defer resp.Body.Close()
	}
	return err
}

func listedNone(u string) error {
	resp, err := listedGet(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func listedLost(u string) error {
	resp, err := listedGet(u, listedOK) // want `leaks-on-path`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func listedNil(u string) error {
	var bad []string
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	for range bad {
		return errors.New("never")
	}
	return resp.Body.Close()
}

func listedFilled(u string, more []string) error {
	var bad []string
	bad = append(bad, more...)
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	for range bad {
		return errors.New("some")
	}
	return resp.Body.Close()
}
