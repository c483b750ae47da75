package p

// The function returns the response and, beside it, its body in a wrapper with a Close; callers close that.
import (
	"io"
	"net/http"
)

type wrapper struct {
	io.Reader
	closer func() error
}

func (w *wrapper) Close() error { return w.closer() }

func newWrapper(r io.Reader, closer func() error) io.ReadCloser {
	return &wrapper{Reader: r, closer: closer}
}

func do(req *http.Request) (*http.Response, io.ReadCloser, error) {
	resp, err := http.DefaultClient.Do(req)
	var body io.ReadCloser
	if resp != nil {
		body = newWrapper(resp.Body, func() error {
			defer resp.Body.Close()
			return nil
		})
	}
	return resp, body, err
}

func user(req *http.Request) (int, error) {
	resp, body, err := do(req)
	if err != nil {
		return 0, err
	}
	defer body.Close()
	return resp.StatusCode, nil
}

func status(req *http.Request) error {
	_, body, err := do(req)
	if err != nil {
		return err
	}
	return body.Close()
}
