// zstd of klauspost: to close the decoder does not close what it reads from.
package p

import (
	"io"
	"net/http"

	"github.com/klauspost/compress/zstd"
)

func forgets(link string) ([]byte, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	decoder, err := zstd.NewReader(resp.Body)
	if err != nil {
		return nil, err
	}
	defer decoder.Close()
	return io.ReadAll(decoder)
}

func closes(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	decoder, err := zstd.NewReader(resp.Body)
	if err != nil {
		return nil, err
	}
	defer decoder.Close()
	return io.ReadAll(decoder)
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func unpacked(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	decoder, err := zstd.NewReader(resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	return decoder.IOReadCloser(), nil
}
