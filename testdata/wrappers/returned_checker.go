package p

// The closure that statusIn returns hands its own parameter back, still open.
//
import (
	"errors"
	"io"
	"net/http"
)

type wrapper func(*http.Response, error) (*http.Response, error)

func statusIn(code int) wrapper {
	return func(resp *http.Response, err error) (*http.Response, error) {
		if err != nil {
			return nil, err
		}
		if resp.StatusCode == code {
			return resp, nil
		}
		resp.Body.Close()
		return nil, errors.New("unexpected status")
	}
}

func requireOK(resp *http.Response, err error) (*http.Response, error) {
	f := statusIn(200)
	return f(resp, err)
}

func raw() (io.ReadCloser, error) {
	resp, err := requireOK(http.Get("http://x"))
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

func user() ([]byte, error) {
	body, err := raw() // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(body)
}
