package p

// An open response that comes with an error: the function that returns both is at fault, not its callers.
import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
)

var errTide = errors.New("tide")

func named(u string) (resp *http.Response, err error) {
	resp, err = http.Get(u) // want `leaks-on-path`
	if err != nil {
		return
	}
	if resp.StatusCode > 299 {
		err = errTide
	}
	return
}

func callsNamed(u string) error {
	resp, err := named(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func callsNamedOpen(u string) (int, error) {
	resp, err := named(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The error of another call may be non-nil.
func decoded(u string, into any) (*http.Response, error) {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	return resp, json.NewDecoder(resp.Body).Decode(into)
}

func throwsDecodedAway(u string, into any) error {
	_, err := decoded(u, into) // want `discarded-response`
	return err
}

func checksDecoded(u string, into any) error {
	resp, err := decoded(u, into)
	if err != nil {
		return fmt.Errorf("decode: %w", err)
	}
	defer resp.Body.Close()
	return nil
}

// A tested error is nil where the response goes on.
func tested(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	err = check(resp)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	return resp, err
}

func check(resp *http.Response) error {
	if resp.StatusCode > 299 {
		return errTide
	}
	return nil
}

// An error that comes from a field or a parameter makes no error exit: nothing is known of it.
type gauge struct{ last error }

func (g *gauge) kept(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return resp, g.last
}

func given(u string, failed error) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return resp, failed
}

// In a struct it is the same response.
type reading struct {
	level int
	resp  *http.Response
}

func read(u string) (*reading, error) {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	r := &reading{resp: resp}
	if _, err := fmt.Fscan(resp.Body, &r.level); err != nil {
		return r, err
	}
	return r, nil
}

func reads(u string) (int, error) {
	r, err := read(u)
	if err != nil {
		return 0, err
	}
	r.resp.Body.Close()
	return r.level, nil
}

func body(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	if resp.ContentLength == 0 {
		return resp.Body, errTide
	}
	return resp.Body, nil
}

func copies(u string, to io.Writer) error {
	rc, err := body(u)
	if err != nil {
		return err
	}
	defer rc.Close()
	_, err = io.Copy(to, rc)
	return err
}

// A literal is a function too.
func fetcher(c *http.Client) func(string) (*http.Response, error) {
	return func(u string) (*http.Response, error) {
		resp, err := c.Get(u) // want `leaks-on-path`
		if err != nil {
			return nil, err
		}
		if resp.StatusCode == http.StatusTeapot {
			return resp, errTide
		}
		return resp, nil
	}
}

func fetches(c *http.Client, u string) error {
	resp, err := fetcher(c)(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
