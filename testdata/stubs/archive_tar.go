// archive/tar: a reader of archives does not close what it reads from.
package p

import (
	"archive/tar"
	"io"
	"net/http"
)

func forgets(link string) ([]byte, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(tar.NewReader(resp.Body))
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func unpacked(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return tar.NewReader(resp.Body), nil
}

func closes(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(tar.NewReader(resp.Body))
}
