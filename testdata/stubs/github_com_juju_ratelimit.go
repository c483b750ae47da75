// ratelimit: a reader that unpacks does not close what it reads from.
package p

import (
	"io"
	"net/http"

	"github.com/juju/ratelimit"
)

func forgets(link string) ([]byte, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(ratelimit.Reader(resp.Body, nil))
}

func closes(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(ratelimit.Reader(resp.Body, nil))
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func unpacked(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return ratelimit.Reader(resp.Body, nil), nil
}
