// A constructor that keeps the body on success and closes it on failure.
package p

import (
	"errors"
	"io"
	"net/http"
)

type stream struct {
	body io.ReadCloser
	kind string
}

func (s *stream) Close() error { return s.body.Close() }

func openStream(link string) (s *stream, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			resp.Body.Close()
		}
	}()
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return &stream{resp.Body, resp.Header.Get("Content-Type")}, nil
}

// err is not a named result: the literal sees the nil of the first call for ever.
func openStreamShadow(link string) (*stream, error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			resp.Body.Close()
		}
	}()
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return nil, errors.New(resp.Status) // via `returns with the body open`
	}
	return &stream{body: resp.Body}, nil
}

func openStreamFlag(link string) (*stream, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	handedOver := false
	defer func() {
		if !handedOver {
			resp.Body.Close()
		}
	}()
	if resp.Header.Get("Content-Type") == "" {
		return nil, errors.New("no content type")
	}
	handedOver = true
	return &stream{body: resp.Body}, nil
}

// The flag is set too early.
func openStreamFlagEarly(link string) (*stream, error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	handedOver := false
	defer func() {
		if !handedOver {
			resp.Body.Close()
		}
	}()
	if resp.ContentLength == 0 {
		return nil, io.EOF
	}
	handedOver = true
	if resp.Header.Get("Content-Type") == "" { // via `when this is true`
		return nil, errors.New("no content type") // via `returns with the body open`
	}
	return &stream{body: resp.Body}, nil
}

// The body is taken out of the variable that the defer watches.
func openStreamTaken(link string) (*stream, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	body := resp.Body
	defer func() {
		if body != nil {
			body.Close()
		}
	}()
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	s := &stream{body: body}
	body = nil
	return s, nil
}

// Inner err := hides the named result, the return sets it again.
func openStreamInner(link string) (s *stream, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			resp.Body.Close()
		}
	}()
	if err := checkKind(resp.Header.Get("Content-Type")); err != nil {
		return nil, err
	}
	return &stream{body: resp.Body}, nil
}

func checkKind(kind string) error {
	if kind == "" {
		return errors.New("no content type")
	}
	return nil
}

// On the good way nobody closes and nobody gets the body.
func sizeOf(link string) (size int64, err error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	defer func() {
		if err != nil {
			resp.Body.Close()
		}
	}()
	if resp.ContentLength < 0 {
		return 0, errors.New("no length")
	}
	return resp.ContentLength, nil // via `returns with the body open`
}
