// Package app uses a vendored package: it is read, and not reported.
package app

import (
	"net/http"

	"example.org/httpkit"
)

func into(link string, v any) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	return httpkit.Into(resp, v)
}

func peek(link string) (string, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return "", err
	}
	return httpkit.Peek(resp)
}

func fetch(link string) (int, error) {
	resp, err := httpkit.Fetch(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func fetchInto(link string, v any) error {
	resp, err := httpkit.Fetch(link)
	if err != nil {
		return err
	}
	return httpkit.Into(resp, v)
}
