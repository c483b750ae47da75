// mime/quotedprintable: a reader that decodes does not close what it reads from.
package p

import (
	"io"
	"mime/quotedprintable"
	"net/http"
)

func forgets(link string) ([]byte, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(quotedprintable.NewReader(resp.Body))
}

// The reader that is returned has the body; whether it is closed is up to the caller.
func unpacked(link string) (io.Reader, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return quotedprintable.NewReader(resp.Body), nil
}

func closes(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(quotedprintable.NewReader(resp.Body))
}
