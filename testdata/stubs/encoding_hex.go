// encoding/hex: a decoder does not close what it reads from.
package p

import (
	"encoding/hex"
	"io"
	"net/http"
)

func forgets(link string) ([]byte, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(hex.NewDecoder(resp.Body))
}

// The reader that is returned has the body; whether it is closed is up to the caller.
func unpacked(link string) (io.Reader, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return hex.NewDecoder(resp.Body), nil
}

func closes(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(hex.NewDecoder(resp.Body))
}
