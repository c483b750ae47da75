// A body that is sent on is closed by the transport that sends it.
package p

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
)

func relay(from, to string) error {
	source, err := http.Get(from)
	if err != nil {
		return err
	}
	target, err := http.Post(to, "application/octet-stream", source.Body)
	if err != nil {
		return err
	}
	return target.Body.Close()
}

// A buffer around the body hides its Close from the transport.
func relayBuffered(from, to string) error {
	source, err := http.Get(from) // want `never-closed`
	if err != nil {
		return err
	}
	target, err := http.Post(to, "application/octet-stream", bufio.NewReader(source.Body))
	if err != nil {
		return err
	}
	return target.Body.Close()
}

func relayRequest(hc *http.Client, from, to string) error {
	source, err := hc.Get(from)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPut, to, source.Body)
	if err != nil {
		source.Body.Close()
		return err
	}
	req.ContentLength = source.ContentLength
	target, err := hc.Do(req)
	if err != nil {
		return err
	}
	defer target.Body.Close()
	return nil
}

// The request cannot be built and the body is forgotten.
func relayRequestForgets(hc *http.Client, from, to string) error {
	source, err := hc.Get(from) // want `leaks-on-path`
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPut, to, source.Body)
	if err != nil { // via `when this is true`
		return err // via `returns with the body open`
	}
	target, err := hc.Do(req)
	if err != nil {
		return err
	}
	defer target.Body.Close()
	return nil
}

// Sent on, but the answer to it stays open.
func relayForgetsAnswer(from, to string) (int, error) {
	source, err := http.Get(from)
	if err != nil {
		return 0, err
	}
	target, err := http.Post(to, "text/plain", source.Body) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return target.StatusCode, nil
}

func copied(from, to string) error {
	source, err := http.Get(from)
	if err != nil {
		return err
	}
	text, err := io.ReadAll(source.Body)
	source.Body.Close()
	if err != nil {
		return err
	}
	target, err := http.Post(to, "text/plain", bytes.NewReader(text))
	if err != nil {
		return err
	}
	return target.Body.Close()
}

// A pipe: the writer's goroutine closes the source.
func piped(from string) (io.Reader, error) {
	source, err := http.Get(from)
	if err != nil {
		return nil, err
	}
	r, w := io.Pipe()
	go func() {
		defer source.Body.Close()
		_, err := io.Copy(w, source.Body)
		w.CloseWithError(err)
	}()
	return r, nil
}
