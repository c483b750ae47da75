package p

// The response moves into a struct that is returned as io.ReadCloser and whose Close closes it.
import (
	"io"
	"net/http"
)

type reader struct{ current *http.Response }

func (r *reader) Read(p []byte) (int, error) { return r.current.Body.Read(p) }

func (r *reader) Close() error {
	r.drop()
	return nil
}

func (r *reader) drop() {
	if r.current != nil {
		r.current.Body.Close()
		r.current = nil
	}
}

func newReader(resp *http.Response) io.ReadCloser { return &reader{current: resp} }

func user() error {
	resp, err := http.Get("http://x")
	if err != nil {
		return err
	}
	r := newReader(resp)
	defer r.Close()
	_, err = io.Copy(io.Discard, r)
	return err
}
