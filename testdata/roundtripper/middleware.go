// Transports around transports.
package p

import (
	"bytes"
	"errors"
	"io"
	"log"
	"net/http"
	"sync"
	"time"
)

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

type logged struct{ next http.RoundTripper }

func (l logged) RoundTrip(req *http.Request) (*http.Response, error) {
	start := time.Now()
	resp, err := l.next.RoundTrip(req)
	if err != nil {
		log.Print(req.URL, err)
		return nil, err
	}
	log.Print(req.URL, resp.Status, time.Since(start))
	return resp, nil
}

type signed struct {
	next http.RoundTripper
	key  string
}

// The token is refreshed and the refused answer is forgotten.
func (s *signed) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := s.next.RoundTrip(req) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusUnauthorized {
		return resp, nil
	}
	again := req.Clone(req.Context())
	again.Header.Set("Authorization", s.key)
	return s.next.RoundTrip(again) // via `returns with the body open`
}

type signedClosed struct{ signed }

func (s *signedClosed) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := s.next.RoundTrip(req)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
	again := req.Clone(req.Context())
	again.Header.Set("Authorization", s.key)
	return s.next.RoundTrip(again)
}

type retrying struct {
	next http.RoundTripper
	n    int
}

func (r *retrying) RoundTrip(req *http.Request) (resp *http.Response, err error) {
	for range r.n {
		resp, err = r.next.RoundTrip(req) // want `overwritten-response` // via `the next iteration overwrites it`
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
	}
	return resp, err
}

type retryingClosed struct {
	next http.RoundTripper
	n    int
}

func (r *retryingClosed) RoundTrip(req *http.Request) (resp *http.Response, err error) {
	for i := 0; ; i++ {
		resp, err = r.next.RoundTrip(req)
		if err != nil || resp.StatusCode < 500 || i >= r.n {
			return resp, err
		}
		resp.Body.Close()
	}
}

// A bad answer becomes an error.
func strict(next http.RoundTripper) http.RoundTripper {
	return roundTrip(func(req *http.Request) (*http.Response, error) {
		resp, err := next.RoundTrip(req) // want `leaks-on-path`
		if err != nil {
			return nil, err
		}
		if resp.StatusCode >= 400 { // via `when this is true`
			return nil, errors.New(resp.Status) // via `returns with the body open`
		}
		return resp, nil
	})
}

func strictClosed(next http.RoundTripper) http.RoundTripper {
	return roundTrip(func(req *http.Request) (*http.Response, error) {
		resp, err := next.RoundTrip(req)
		if err != nil {
			return nil, err
		}
		if resp.StatusCode >= 400 {
			resp.Body.Close()
			return nil, errors.New(resp.Status)
		}
		return resp, nil
	})
}

type counted struct {
	io.ReadCloser
	n *int64
}

func (c counted) Read(b []byte) (int, error) {
	n, err := c.ReadCloser.Read(b)
	*c.n += int64(n)
	return n, err
}

type counting struct {
	next  http.RoundTripper
	total int64
}

// The new body closes the old one through the embedded interface.
func (c *counting) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := c.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	resp.Body = counted{resp.Body, &c.total}
	return resp, nil
}

type caching struct {
	next http.RoundTripper
	mu   sync.Mutex
	held map[string][]byte
}

func (c *caching) RoundTrip(req *http.Request) (*http.Response, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if text, ok := c.held[req.URL.String()]; ok {
		return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(bytes.NewReader(text))}, nil
	}
	resp, err := c.next.RoundTrip(req) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(resp.Body)
	if err != nil { // via `when this is true`
		return nil, err // via `returns with the body open`
	}
	resp.Body.Close()
	c.held[req.URL.String()] = text
	resp.Body = io.NopCloser(bytes.NewReader(text))
	return resp, nil
}

// The stale answer is given away instead of the fresh one.
func fallback(next http.RoundTripper, stale func() *http.Response) http.RoundTripper {
	return roundTrip(func(req *http.Request) (*http.Response, error) {
		resp, err := next.RoundTrip(req) // want `leaks-on-path`
		if err != nil {
			return stale(), nil
		}
		if resp.StatusCode == http.StatusBadGateway { // via `when this is true`
			return stale(), nil // via `returns with the body open`
		}
		return resp, nil
	})
}
