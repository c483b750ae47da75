// io: a reader of a reader does not close what it reads from.
package p

import (
	"io"
	"net/http"
	"os"
)

func forgets(link string) ([]byte, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	body := io.NopCloser(io.LimitReader(resp.Body, 1<<20))
	defer body.Close()
	return io.ReadAll(io.TeeReader(body, os.Stdout))
}

// The reader that is returned has the body; whether it is closed is up to the caller.
func limited(link string) (io.Reader, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return io.LimitReader(resp.Body, 1<<20), nil
}

func closes(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(io.LimitReader(resp.Body, 1<<20))
}
