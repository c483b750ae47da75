// What is returned is a part of the response, or something around it.
package p

import (
	"errors"
	"io"
	"net/http"
)

type download struct {
	Resp *http.Response
	Name string
}

type closable struct{ io.ReadCloser }

func open(link string) (io.ReadCloser, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return resp.Body, nil
}

func readOpened(link string) ([]byte, error) {
	in, err := open(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(in)
}

func readOpenedClosed(link string) ([]byte, error) {
	in, err := open(link)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return io.ReadAll(in)
}

func start(link string) (download, error) {
	resp, err := http.Get(link)
	if err != nil {
		return download{}, err
	}
	return download{Resp: resp, Name: link}, nil
}

func startedForgets(link string) (string, error) {
	d, err := start(link) // want `never-closed`
	if err != nil {
		return "", err
	}
	return d.Resp.Header.Get("Content-Disposition"), nil
}

func startedClosed(link string) (string, error) {
	d, err := start(link)
	if err != nil {
		return "", err
	}
	defer d.Resp.Body.Close()
	return d.Name, nil
}

func embedded(link string) (*closable, error) {
	in, err := open(link)
	if err != nil {
		return nil, err
	}
	return &closable{in}, nil
}

func embeddedClosed(link string) error {
	c, err := embedded(link)
	if err != nil {
		return err
	}
	return c.Close()
}

// Returned all the same: the caller may ask whether the reader is a closer.
func readerOnly(link string) (io.Reader, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

// The header outlives the response, the body does not need it.
func headerOnly(link string) (http.Header, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return resp.Header, nil
}

func headerOnlyClosed(link string) (http.Header, error) {
	resp, err := http.Head(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return resp.Header, nil
}
