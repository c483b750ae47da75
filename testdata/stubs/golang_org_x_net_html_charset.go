// charset: a reader that unpacks or converts does not close what it reads from.
package p

import (
	"io"
	"net/http"

	"golang.org/x/net/html/charset"
)

func forgets(link string) ([]byte, error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	in, err := charset.NewReader(resp.Body, resp.Header.Get("Content-Type"))
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	return io.ReadAll(in)
}

func closes(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	in, err := charset.NewReader(resp.Body, resp.Header.Get("Content-Type"))
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	return io.ReadAll(in)
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func handsOn(link string) (io.Reader, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	in, err := charset.NewReader(resp.Body, resp.Header.Get("Content-Type"))
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	return in, nil
}

func byLabel(link string) (io.Reader, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	in, err := charset.NewReaderLabel("utf-8", resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	return in, nil
}
