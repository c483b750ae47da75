// snappy: a reader that unpacks does not close what it reads from.
package p

import (
	"io"
	"net/http"

	"github.com/golang/snappy"
)

func forgets(link string) ([]byte, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(snappy.NewReader(resp.Body))
}

// The reader that is returned has the body; whether it is closed is up to the caller.
func unpacked(link string) (io.Reader, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return snappy.NewReader(resp.Body), nil
}

func closes(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(snappy.NewReader(resp.Body))
}
