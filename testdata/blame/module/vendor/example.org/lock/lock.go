package lock

import (
	"encoding/json"
	"errors"
	"net/http"
)

var ErrShut = errors.New("shut")

// Open leaves the body to its callers, also with an error.
func Open(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode > 299 {
		return resp, ErrShut
	}
	return resp, nil
}

// Fill closes the body on its only way out without an error on which it has read it.
func Fill(u string, into any) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if into == nil {
		return resp, nil
	}
	err = json.NewDecoder(resp.Body).Decode(into)
	resp.Body.Close()
	return resp, err
}
