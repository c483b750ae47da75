// io/ioutil: what NopCloser returns closes nothing.
package p

import (
	"io"
	"io/ioutil"
	"net/http"
)

func forgets(link string) ([]byte, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(ioutil.NopCloser(resp.Body))
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func unpacked(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return ioutil.NopCloser(resp.Body), nil
}

func closes(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(ioutil.NopCloser(resp.Body))
}
