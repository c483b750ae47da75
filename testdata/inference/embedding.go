// Promoted fields and methods, method sets, overriding.
package p

import (
	"fmt"
	"net/http"
)

type base struct {
	*http.Client
	root string
}

type middle struct{ base }

type top struct {
	*middle
	name string
}

type quiet struct{ *http.Client }

// Get of quiet hides the promoted one and hands over nothing.
func (quiet) Get(key string) (string, error) { return key, nil }

func (b base) open(path string) (*http.Response, error) { return b.Get(b.root + path) }

func (t *top) promotedTwice() (int, error) {
	resp, err := t.Get(t.root) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func (t *top) promotedMethod() (int, error) {
	resp, err := t.open("/x") // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func (t *top) promotedClosed() error {
	resp, err := t.middle.base.open("/x")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func hidden(q quiet) error {
	_, err := q.Get("key")
	return err
}

// The hidden one is still there by its full name.
func hiddenByName(q quiet, link string) error {
	_, err := q.Client.Get(link) // want `discarded-response`
	return err
}

// PostForm is promoted as before.
func notHidden(q quiet, link string) (int64, error) {
	resp, err := q.PostForm(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.ContentLength, nil
}

type response struct {
	*http.Response
	took int
}

func (t *top) timed(path string) (*response, error) {
	resp, err := t.open(path)
	if err != nil {
		return nil, err
	}
	return &response{Response: resp, took: 1}, nil
}

// The body is promoted through the embedded response.
func (t *top) timedClosed(path string) (int, error) {
	resp, err := t.timed(path)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.took, nil
}

func (t *top) timedForgets(path string) (string, error) {
	resp, err := t.timed(path) // want `never-closed`
	if err != nil {
		return "", err
	}
	return fmt.Sprint(resp.StatusCode, resp.took), nil
}
