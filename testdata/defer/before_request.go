// The defer stands before the request.
package p

import (
	"io"
	"net/http"
)

func closeIfSet(resp *http.Response) {
	if resp != nil {
		resp.Body.Close()
	}
}

// The argument is nil when the defer looks at it.
func helperTooEarly(link string) (err error) {
	var resp *http.Response
	defer closeIfSet(resp)
	resp, err = http.Get(link) // want `never-closed`
	return err                 // via `returns with the body open`
}

func helperInTime(link string) (err error) {
	var resp *http.Response
	resp, err = http.Get(link)
	defer closeIfSet(resp)
	return err
}

func literalReadsLate(link string) (err error) {
	var resp *http.Response
	defer func() { closeIfSet(resp) }()
	resp, err = http.Get(link)
	return err
}

// The literal watches a variable that never gets the response.
func literalWatchesAnother(link string) error {
	var resp *http.Response
	defer func() {
		if resp != nil {
			resp.Body.Close()
		}
	}()
	for range 3 {
		resp, err := http.Get(link) // want `never-closed`
		if err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, resp.Body); err != nil {
			return err
		}
	}
	return nil
}

func literalWatchesBody(link string) error {
	var body io.ReadCloser
	defer func() {
		if body != nil {
			body.Close()
		}
	}()
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	body = resp.Body
	if resp.StatusCode != http.StatusOK {
		return io.ErrUnexpectedEOF
	}
	_, err = io.Copy(io.Discard, body)
	return err
}

// The body reaches the watched variable only on one way.
func literalWatchesBodyLate(link string) error {
	var body io.ReadCloser
	defer func() {
		if body != nil {
			body.Close()
		}
	}()
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return io.ErrUnexpectedEOF // via `returns with the body open`
	}
	body = resp.Body
	_, err = io.Copy(io.Discard, body)
	return err
}

// A list of things to close, kept by the deferred loop.
func closerList(links []string) error {
	var closers []io.Closer
	defer func() {
		for _, c := range closers {
			c.Close()
		}
	}()
	for _, link := range links {
		resp, err := http.Get(link)
		if err != nil {
			return err
		}
		closers = append(closers, resp.Body)
	}
	return nil
}

func pointerToVariable(link string) (err error) {
	var resp *http.Response
	defer func(held **http.Response) {
		closeIfSet(*held)
	}(&resp)
	resp, err = http.Get(link)
	return err
}
