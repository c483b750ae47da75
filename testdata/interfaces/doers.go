// Interfaces with one method that hands over a response.
package p

import (
	"errors"
	"io"
	"net/http"
)

type doer interface {
	Do(*http.Request) (*http.Response, error)
}

type getter interface {
	Get(link string) (*http.Response, error)
}

type both interface {
	doer
	getter
}

type service struct {
	both
	fallback doer
}

func viaInterface(d doer, req *http.Request) (int, error) {
	resp, err := d.Do(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func viaInterfaceClosed(d doer, req *http.Request) (int, error) {
	resp, err := d.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func viaEmbedded(b both, link string) error {
	_, err := b.Get(link) // want `discarded-response`
	return err
}

func (s *service) promoted(req *http.Request) error {
	resp, err := s.Do(req) // want `leaks-on-path`
	if err != nil {
		resp, err = s.fallback.Do(req) // want `leaks-on-path`
	}
	if err != nil {
		return err
	}
	if resp.StatusCode >= 500 { // via `when this is true`
		return errors.New(resp.Status) // via `returns with the body open`
	}
	return resp.Body.Close()
}

func (s *service) promotedClosed(req *http.Request) error {
	resp, err := s.Do(req)
	if err != nil {
		resp, err = s.fallback.Do(req)
	}
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 500 {
		return errors.New(resp.Status)
	}
	return nil
}

func anonymousInterface(c interface {
	RoundTrip(*http.Request) (*http.Response, error)
}, req *http.Request) (string, error) {
	resp, err := c.RoundTrip(req) // want `never-closed`
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func assertedInterface(v any, req *http.Request) error {
	d, ok := v.(doer)
	if !ok {
		return errors.New("cannot ask")
	}
	resp, err := d.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// The only implementer closes the body, its callers owe nothing.
type reader interface {
	Read(link string) (*http.Response, []byte, error)
}

type closingReader struct{ hc *http.Client }

func (c closingReader) Read(link string) (*http.Response, []byte, error) {
	resp, err := c.hc.Get(link)
	if err != nil {
		return nil, nil, err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	return resp, text, err
}

func viaClosingReader(r reader, link string) (int, error) {
	resp, text, err := r.Read(link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode + len(text), nil
}

// A closer behind an interface of the project.
type sink interface{ Take(*http.Response) error }

type closingSink struct{}

func (closingSink) Take(resp *http.Response) error { return resp.Body.Close() }

func intoSink(s sink, link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	return s.Take(resp)
}
