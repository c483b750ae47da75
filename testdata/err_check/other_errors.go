// An error that came from elsewhere proves nothing about the response.
package p

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
)

// err belongs to the decoder when it is tested.
func testsTheDecoder(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	var v struct{ ID string }
	err = json.NewDecoder(resp.Body).Decode(&v)
	if err != nil { // via `when this is true`
		return err // via `returns with the body open`
	}
	return resp.Body.Close()
}

// The outer err is nil for ever, the inner one has the news.
func shadowedError(link string, dry bool) (err error) {
	var resp *http.Response
	if !dry {
		var getErr error
		resp, getErr = http.Get(link)
		if getErr != nil {
			return getErr
		}
		defer resp.Body.Close()
	}
	return err
}

func validatesAfterwards(link, next string) (*url.URL, error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	target, err := url.Parse(next)
	if err != nil { // via `when this is true`
		return nil, err // via `returns with the body open`
	}
	defer resp.Body.Close()
	return target, nil
}

func validatesBefore(link, next string) (*url.URL, error) {
	target, err := url.Parse(next)
	if err != nil {
		return nil, err
	}
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return target, nil
}

var errStale = errors.New("stale")

// A fixed error is set between the call and the test.
func errorSetInBetween(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.Header.Get("Age") != "" {
		err = errStale
	}
	if err != nil { // via `when this is true`
		return err // via `returns with the body open`
	}
	return resp.Body.Close()
}

func errorSetInBetweenClosed(link string) (err error) {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	if resp.Header.Get("Age") != "" {
		err = errStale
	}
	if err != nil {
		resp.Body.Close()
		return err
	}
	return resp.Body.Close()
}

// Two requests, two errors; each test fits its own response.
func twoErrors(a, b string) error {
	first, errA := http.Get(a)
	second, errB := http.Get(b)
	if errA == nil {
		defer first.Body.Close()
	}
	if errB == nil {
		defer second.Body.Close()
	}
	return errors.Join(errA, errB)
}

// The tests are crossed: the first body is closed only if the second request went well.
func twoErrorsCrossed(a, b string) error {
	first, errA := http.Get(a) // want `leaks-on-path`
	if errA != nil {
		return errA
	}
	second, errB := http.Get(b)
	if errB == nil { // via `when this is false`
		defer first.Body.Close()
		defer second.Body.Close()
	}
	return errB // via `returns with the body open`
}

func readErrorIsIgnored(link string) string {
	resp, err := http.Get(link)
	if err != nil {
		return ""
	}
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		text = nil
	}
	if err := resp.Body.Close(); err != nil {
		return ""
	}
	return string(text)
}
