// Package right closes.
package right

import (
	"bytes"
	"io"
	"net/http"
)

type Client struct{}

func (Client) Fetch(link string) (*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(text))
	return resp, nil
}

func Release(resp *http.Response) { resp.Body.Close() }
