// Named results and naked returns.
package p

import (
	"errors"
	"io"
	"net/http"
)

// The naked return hands over the response.
func handsOver(link string) (resp *http.Response, err error) {
	resp, err = http.Get(link)
	return
}

func handsOverChecked(link string) (resp *http.Response, err error) {
	resp, err = http.Get(link)
	if err != nil {
		return
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		resp, err = nil, errors.New("bad status")
	}
	return
}

// The result is set to nil and the body with it is gone.
func handsOverNothing(link string) (resp *http.Response, err error) {
	resp, err = http.Get(link) // want `leaks-on-path`
	if err != nil {
		return
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return nil, errors.New("bad status") // via `returns with the body open`
	}
	return
}

func nakedReturns(link string) (n int64, err error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return
	}
	if n = resp.ContentLength; n < 0 { // via `when this is true`
		return // via `returns with the body open`
	}
	err = resp.Body.Close()
	return
}

func nakedReturnsClosed(link string) (n int64, err error) {
	var resp *http.Response
	if resp, err = http.Get(link); err != nil {
		return
	}
	defer resp.Body.Close()
	if n = resp.ContentLength; n < 0 {
		return
	}
	n, err = io.Copy(io.Discard, resp.Body)
	return
}

// The deferred literal takes the named result back when something went wrong.
func takenBack(link string) (resp *http.Response, err error) {
	defer func() {
		if err != nil && resp != nil {
			resp.Body.Close()
			resp = nil
		}
	}()
	resp, err = http.Get(link)
	if err != nil {
		return
	}
	if resp.ContentLength == 0 {
		err = io.EOF
	}
	return
}

// The inner resp is not the result.
func shadowedResult(link string) (resp *http.Response, err error) {
	if link != "" {
		resp, err := http.Get(link) // want `never-closed`
		if err != nil {
			return nil, err
		}
		_ = resp.StatusCode
	}
	return
}

func body(link string) (rc io.ReadCloser, size int64, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return
	}
	rc, size = resp.Body, resp.ContentLength
	return
}

func bodyForgets(link string) (size int64) {
	rc, size, err := body(link) // want `never-closed`
	if err != nil {
		return -1
	}
	_, _ = io.Copy(io.Discard, rc)
	return
}

func bodyClosed(link string) (size int64, err error) {
	rc, size, err := body(link)
	if err == nil {
		err = rc.Close()
	}
	return
}
