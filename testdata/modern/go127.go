// Syntax of Go 1.26 and 1.27: new(expr), generic methods, errors.AsType.
package p

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
)

type client struct {
	hc    *http.Client
	limit *int64
}

func withLimit(hc *http.Client) *client {
	return &client{hc: hc, limit: new(int64(1 << 20))}
}

func (c *client) decode[T any](link string) (out T, err error) {
	resp, err := c.hc.Get(link)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	return out, json.NewDecoder(resp.Body).Decode(&out)
}

func (c *client) decodeForgets[T any](link string) (out T, err error) {
	resp, err := c.hc.Get(link) // want `leaks-on-path`
	if err != nil {
		return out, err
	}
	if resp.ContentLength > *c.limit { // via `when this is true`
		return out, errors.New("too large") // via `returns with the body open`
	}
	defer resp.Body.Close()
	return out, json.NewDecoder(resp.Body).Decode(&out)
}

// The method returns an open response whatever T is.
func (c *client) open[T any](link string, _ T) (*http.Response, error) {
	return c.hc.Get(link)
}

func (c *client) callsGeneric(link string) int {
	resp, err := c.open(link, "text") // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func (c *client) callsGenericClosed(link string) int {
	resp, err := c.open[int](link, 3)
	if err != nil {
		return 0
	}
	defer resp.Body.Close()
	return resp.StatusCode
}

func newOfExpression(link string) (*int, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return new(resp.StatusCode), nil
}

// The defer behind new(expr) must not be lost.
func newThenDefer(link string) error {
	tries := new(3)
	resp, err := http.Get(link)
	if err != nil {
		*tries--
		return err
	}
	defer resp.Body.Close()
	return nil
}

func newThenForgets(link string) (*string, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return new(resp.Status), nil // via `returns with the body open`
}

func asType(link string) error {
	resp, err := http.Get(link)
	if bad, ok := errors.AsType[*url.Error](err); ok {
		return bad
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
