// The last variable that knows the body gets something else.
package p

import (
	"errors"
	"io"
	"net/http"
)

func secondTry(hc *http.Client, req *http.Request) error {
	resp, err := hc.Do(req) // want `overwritten-response`
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusTooManyRequests { // via `when this is true`
		resp, err = hc.Do(req.Clone(req.Context())) // via `overwritten here`
		if err != nil {
			return err
		}
	}
	return resp.Body.Close()
}

func secondTryClosed(hc *http.Client, req *http.Request) error {
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusTooManyRequests {
		resp.Body.Close()
		if resp, err = hc.Do(req.Clone(req.Context())); err != nil {
			return err
		}
	}
	return resp.Body.Close()
}

// nil takes the place of the answer.
func setToNil(link string, keep bool) error {
	resp, err := http.Get(link) // want `overwritten-response`
	if err != nil {
		return err
	}
	if !keep { // via `when this is true`
		resp = nil // via `overwritten here`
	}
	if resp == nil {
		return errors.New("dropped")
	}
	return resp.Body.Close()
}

func setToNilClosed(link string, keep bool) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	if !keep {
		resp.Body.Close()
		resp = nil
	}
	if resp == nil {
		return errors.New("dropped")
	}
	return resp.Body.Close()
}

// Another answer, made by hand.
func madeByHand(link string) (*http.Response, error) {
	resp, err := http.Get(link) // want `overwritten-response`
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusNotFound { // via `when this is true`
		resp = &http.Response{StatusCode: http.StatusOK, Body: http.NoBody} // via `overwritten here`
	}
	return resp, nil
}

// The body variable moves on to a file that is not there.
func bodyMovesOn(link string, other io.ReadCloser) error {
	resp, err := http.Get(link) // want `overwritten-response`
	if err != nil {
		return err
	}
	body := resp.Body
	resp = nil
	if other != nil { // via `when this is true`
		body = other // via `overwritten here`
	}
	return body.Close()
}

// The other name still knows it.
func aliasRemains(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	held := resp
	resp = nil
	return held.Body.Close()
}

// The field of a local struct.
func fieldOverwritten(a, b string) error {
	var state struct{ resp *http.Response }
	var err error
	if state.resp, err = http.Get(a); err != nil { // want `overwritten-response`
		return err
	}
	if state.resp.StatusCode != http.StatusOK { // via `when this is true`
		if state.resp, err = http.Get(b); err != nil { // via `overwritten here`
			return err
		}
	}
	return state.resp.Body.Close()
}

// Assigned to itself through a helper that gives back the same.
func same(resp *http.Response) *http.Response { return resp }

func throughSame(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	resp = same(resp)
	return resp.Body.Close()
}

func bestOf(links []string) (best *http.Response, err error) {
	for _, link := range links {
		resp, err := http.Get(link)
		if err != nil {
			continue
		}
		if best == nil || resp.ContentLength > best.ContentLength {
			best, resp = resp, best
		}
		if resp != nil {
			resp.Body.Close()
		}
	}
	if best == nil {
		return nil, errors.New("none")
	}
	return best, nil
}
