package tags

import (
	"log"
	"net/http"
)

func release(resp *http.Response) {
	if err := resp.Body.Close(); err != nil {
		log.Print(err)
	}
}

// Only Windows has this one.
func registry(link string) (string, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}
