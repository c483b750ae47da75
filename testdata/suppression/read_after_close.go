// A comment for bodyclose speaks of leaks, and not of this rule.
package p

import (
	"io"
	"net/http"
)

func silencedByName(link string) ([]byte, error) {
	page, err := http.Get(link) //bodyguard:ignore[read-after-close] the transport of this program keeps what it has read
	if err != nil {
		return nil, err
	}
	page.Body.Close()
	return io.ReadAll(page.Body)
}

func silencedWithAll(link string) ([]byte, error) {
	page, err := http.Get(link) //nolint:bodyguard // the transport of this program keeps what it has read
	if err != nil {
		return nil, err
	}
	page.Body.Close()
	return io.ReadAll(page.Body)
}

func notSilenced(link string) ([]byte, error) {
	//nolint:bodyclose // closed below
	page, err := http.Get(link) // want `read-after-close`
	if err != nil {
		return nil, err
	}
	page.Body.Close()
	return io.ReadAll(page.Body)
}
