// Package unseen calls a module that is not there: signatures are all that is known, often less.
package unseen

import (
	"net/http"

	"example.org/absent"
)

// Whoever gets the response may close it.
func handedOver(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	return absent.Decode(resp)
}

func bodyHandedOver(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	return absent.Read(resp.Body)
}

// What it returns is not known to be a response.
func unknownResult(link string) int {
	resp, err := absent.Fetch(link)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// A status code tells nobody anything about the body.
func onlyTheCode(link string) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	return absent.Code(resp.StatusCode)
}

// The hand-over comes too late on one way.
func handedOverLate(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.ContentLength == 0 { // via `when this is true`
		return absent.ErrEmpty // via `returns with the body open`
	}
	return absent.Decode(resp)
}
