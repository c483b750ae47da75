// zstd: a reader that unpacks does not close what it reads from.
package p

import (
	"io"
	"net/http"

	"github.com/DataDog/zstd"
)

func forgets(link string) ([]byte, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(zstd.NewReader(resp.Body))
}

func closes(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(zstd.NewReader(resp.Body))
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func unpacked(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return zstd.NewReader(resp.Body), nil
}
