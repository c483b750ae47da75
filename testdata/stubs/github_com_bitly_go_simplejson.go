// simplejson: a decoder reads, and closes nothing.
package p

import (
	"net/http"

	"github.com/bitly/go-simplejson"
)

func forgets(link string) (any, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return simplejson.NewFromReader(resp.Body)
}

func closes(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return simplejson.NewFromReader(resp.Body)
}
