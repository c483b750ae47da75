package fixture

import (
	"errors"
	"net/http"
)

// RoundTrip hands out an open response whatever the implementers in sight do: here the only one is a fake for tests.
type tripper interface {
	RoundTrip(req *http.Request) (*http.Response, error)
}

type fake struct {
	failure error
}

func (f fake) RoundTrip(req *http.Request) (*http.Response, error) {
	if f.failure != nil {
		return nil, f.failure
	}
	return &http.Response{StatusCode: http.StatusOK, Body: http.NoBody, Request: req}, nil
}

func tripped(t tripper, req *http.Request) error {
	resp, err := t.RoundTrip(req) // want `never-closed`
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errors.New("status")
	}
	return nil
}

// A method of another name does what its implementers do.
type asker interface {
	Ask(req *http.Request) (*http.Response, error)
}

func (f fake) Ask(req *http.Request) (*http.Response, error) {
	return f.RoundTrip(req)
}

func asked(a asker, req *http.Request) error {
	resp, err := a.Ask(req)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errors.New("status")
	}
	return nil
}
