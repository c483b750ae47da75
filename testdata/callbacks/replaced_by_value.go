// Functions that replace the body of what they get are called as values here, by code with a response of its own.
package p

import (
	"bytes"
	"io"
	"net/http"
)

type condition func(*http.Response) error

func notEmpty() condition {
	return func(answer *http.Response) error {
		text, err := io.ReadAll(answer.Body)
		answer.Body = io.NopCloser(bytes.NewReader(text))
		return err
	}
}

func readable(answer *http.Response) error {
	text, err := io.ReadAll(answer.Body)
	answer.Body = io.NopCloser(bytes.NewReader(text))
	return err
}

func request(link string, conditions ...condition) error {
	answer, err := http.Get(link)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	for _, holds := range conditions {
		if err := holds(answer); err != nil {
			return err
		}
	}
	return nil
}

func requests(link string) error { return request(link, notEmpty(), readable) }
