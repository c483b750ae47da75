// Package lib has functions with error exits; who closes shows in other packages of the module.
package lib

import (
	"errors"
	"net/http"
)

var errShut = errors.New("shut")

// Gate has a contract: package app closes.
func Gate(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode > 299 {
		return resp, errShut
	}
	return resp, nil
}

// Weir is closed by a test and by another module only, which says nothing.
func Weir(u string) (*http.Response, error) {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	if resp.StatusCode > 299 {
		return resp, errShut
	}
	return resp, nil
}
