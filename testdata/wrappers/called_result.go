package p

// What mock returns is visible: it makes a response by itself, nothing was acquired.
import (
	"io"
	"net/http"
	"strings"
)

func mock(body string) func(*http.Request) (*http.Response, error) {
	return func(req *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: 200, Body: io.NopCloser(strings.NewReader(body)), Request: req}, nil
	}
}

func handler(w http.ResponseWriter, req *http.Request) {
	resp, err := mock("x")(req)
	if err != nil {
		return
	}
	w.WriteHeader(resp.StatusCode)
}
