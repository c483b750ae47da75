// Package twins uses two packages that have everything in common but the meaning.
package twins

import (
	"net/http"

	"example.com/twins/left"
	"example.com/twins/right"
)

func viaLeft(link string) (int, error) {
	resp, err := left.Client{}.Fetch(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func viaRight(link string) (int, error) {
	resp, err := right.Client{}.Fetch(link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func releasedLeft(link string) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	left.Release(resp)
	return nil
}

func releasedRight(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	right.Release(resp)
	return nil
}
