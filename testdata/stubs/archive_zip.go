// archive/zip: an archive is read from what it is made of, and closes nothing.
package p

import (
	"archive/zip"
	"bytes"
	"io"
	"net/http"
)

func forgets(link string) (int, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return 0, err
	}
	archive, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		return 0, err
	}
	return len(archive.File), nil
}

// body is a body of which any part can be read.
type body interface {
	io.ReaderAt
	io.ReadCloser
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func opened(client *http.Client, link string) (any, error) {
	resp, err := client.Get(link)
	if err != nil {
		return nil, err
	}
	parts, ok := resp.Body.(body)
	if !ok {
		resp.Body.Close()
		return nil, http.ErrNotSupported
	}
	return zip.NewReader(parts, resp.ContentLength)
}
