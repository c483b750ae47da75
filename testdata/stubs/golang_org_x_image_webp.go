// webp: a decoder reads, and closes nothing.
package p

import (
	"net/http"

	"golang.org/x/image/webp"
)

func forgets(link string) (any, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return webp.Decode(resp.Body)
}

func closes(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return webp.Decode(resp.Body)
}
