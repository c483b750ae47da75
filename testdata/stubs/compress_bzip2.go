// compress/bzip2: a reader that unpacks does not close what it reads from.
package p

import (
	"compress/bzip2"
	"io"
	"net/http"
)

func forgets(link string) ([]byte, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(bzip2.NewReader(resp.Body))
}

// The reader that is returned has the body; whether it is closed is up to the caller.
func unpacked(link string) (io.Reader, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return bzip2.NewReader(resp.Body), nil
}

func closes(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(bzip2.NewReader(resp.Body))
}
