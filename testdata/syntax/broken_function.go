// One function is no Go; its neighbours are looked at all the same.
package p

import (
	"errors"
	"net/http"
)

func before(link string) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	return errors.New(resp.Status)
}

func damaged(link string) error {
	resp, err := http.Get(link
	if err != nil {
		return err
	}
	return resp.Body.
}

func behind(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return errors.New(resp.Status) // via `returns with the body open`
	}
	return resp.Body.Close()
}

func behindClosed(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}
