// Data beside the response shows that a callee without source has read the body; an implementation that leaves it open counts.
package p

import (
	"context"
	"net/http"
)

type listing interface {
	List(page int) ([]string, *http.Response, error)
}

func names(l listing) ([]string, error) {
	all, _, err := l.List(1)
	return all, err
}

type starting interface {
	Start(link string) (*http.Response, context.CancelFunc, error)
}

func status(s starting, link string) (int, error) {
	resp, _, err := s.Start(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

type asking interface {
	Ask(link string) (string, *http.Response, error)
}

type open struct{}

func (open) Ask(link string) (string, *http.Response, error) {
	resp, err := http.Get(link)
	return link, resp, err
}

type closed struct{}

func (closed) Ask(link string) (string, *http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return "", nil, err
	}
	resp.Body.Close()
	return link, resp, nil
}

func either(a asking, link string) error {
	_, _, err := a.Ask(link) // want `discarded-response`
	return err
}
