// compress/lzw: to close the reader does not close what it reads from.
package p

import (
	"compress/lzw"
	"io"
	"net/http"
)

func forgets(link string) ([]byte, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(lzw.NewReader(resp.Body, lzw.LSB, 8))
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func unpacked(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return lzw.NewReader(resp.Body, lzw.LSB, 8), nil
}

func closes(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(lzw.NewReader(resp.Body, lzw.LSB, 8))
}
