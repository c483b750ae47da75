// compress/zlib: to close the reader does not close what it reads from.
package p

import (
	"compress/zlib"
	"io"
	"net/http"
)

func forgets(link string) ([]byte, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	unpacked, err := zlib.NewReader(resp.Body)
	if err != nil {
		return nil, err
	}
	defer unpacked.Close()
	return io.ReadAll(unpacked)
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func unpacked(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	unpacked, err := zlib.NewReader(resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	return unpacked, nil
}
