// mimetype: a reader is read, and stays open.
package p

import (
	"net/http"

	"github.com/gabriel-vasile/mimetype"
)

func forgets(link string) (string, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return "", err
	}
	kind, err := mimetype.DetectReader(resp.Body)
	if err != nil {
		return "", err
	}
	return kind.String(), nil
}

func closes(link string) (string, error) {
	resp, err := http.Get(link)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	kind, err := mimetype.DetectReader(resp.Body)
	if err != nil {
		return "", err
	}
	return kind.String(), nil
}
