// readability: a decoder reads, and closes nothing.
package p

import (
	"net/http"

	"github.com/go-shiori/go-readability"
)

func forgets(link string) (any, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return readability.FromReader(resp.Body, nil)
}

func closes(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return readability.FromReader(resp.Body, nil)
}
