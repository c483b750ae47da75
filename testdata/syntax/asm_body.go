// Functions without a body, empty functions, blank names.
package p

import (
	_ "embed"
	"net/http"
)

func elsewhere(link string) (*http.Response, error)

func empty() {}

func _(link string) int {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

var _ = func(link string) error {
	_, err := http.Get(link) // want `discarded-response`
	return err
}

// The body is in assembly; its signature says that it hands over a response.
func usesElsewhere(link string) (int, error) {
	resp, err := elsewhere(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
