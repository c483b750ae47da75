// m3u8: a decoder reads, and closes nothing.
package p

import (
	"net/http"

	"github.com/grafov/m3u8"
)

func forgets(link string) (string, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return "", err
	}
	list, _, err := m3u8.DecodeFrom(resp.Body, true)
	if err != nil {
		return "", err
	}
	return list.String(), nil
}

func closes(link string) (string, error) {
	resp, err := http.Get(link)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	list, _, err := m3u8.DecodeFrom(resp.Body, true)
	if err != nil {
		return "", err
	}
	return list.String(), nil
}
