package wrappers

import (
	"errors"
	"io"
	"net/http"
)

// Functions that store the response where their caller finds it.

func load(u string, into **http.Response) error {
	page, err := http.Get(u)
	if err != nil {
		return err
	}
	*into = page
	return nil
}

func loadBody(u string, into *io.ReadCloser) error {
	page, err := http.Get(u)
	if err != nil {
		return err
	}
	*into = page.Body
	return nil
}

type parcel struct {
	page *http.Response
	note string
}

func loadParcel(u string, p *parcel) (err error) {
	p.page, err = http.Get(u)
	return err
}

func loadUnnamed(u string, into *struct{ page *http.Response }) error {
	page, err := http.Get(u)
	into.page = page
	return err
}

func afterLoad(u string) (int, error) {
	var page *http.Response
	if err := load(u, &page); err != nil { // want `never-closed`
		return 0, err
	}
	return page.StatusCode, nil
}

func afterLoadClosed(u string) (int, error) {
	var page *http.Response
	if err := load(u, &page); err != nil {
		return 0, err
	}
	defer page.Body.Close()
	return page.StatusCode, nil
}

func afterLoadBody(u string) ([]byte, error) {
	var body io.ReadCloser
	if err := loadBody(u, &body); err != nil { // want `never-closed`
		return nil, err
	}
	return io.ReadAll(body)
}

func afterLoadParcel(u string) (string, error) {
	var p parcel
	if err := loadParcel(u, &p); err != nil { // want `never-closed`
		return "", err
	}
	return p.page.Status, nil
}

func afterLoadParcelOnOnePath(u string) (string, error) {
	var p parcel
	if err := loadParcel(u, &p); err != nil { // want `leaks-on-path`
		return "", err
	}
	if p.page.StatusCode >= 400 {
		return "", errors.New(p.page.Status)
	}
	defer p.page.Body.Close()
	return p.page.Status, nil
}

func afterLoadUnnamed(u string) (int, error) {
	var p struct{ page *http.Response }
	err := loadUnnamed(u, &p) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return p.page.StatusCode, nil
}

var last *http.Response

// The variable outlives the function.
func intoGlobal(u string) error {
	return load(u, &last)
}
