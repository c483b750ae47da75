// A check of responses that another function makes, by another name for its type.
package wrappers

import (
	"errors"
	"io"
	"net/http"
	"slices"
	"time"
)

type checkedRequest = func(time.Duration, *http.Response, error) (time.Duration, *http.Response, error)

type measuredClient struct{ hc *http.Client }

func (c *measuredClient) do(req *http.Request) (time.Duration, *http.Response, error) {
	start := time.Now()
	resp, err := c.hc.Do(req)
	return time.Since(start), resp, err
}

func okOnly(d time.Duration, resp *http.Response, err error) (time.Duration, *http.Response, error) {
	check := oneOf(http.StatusOK)
	return check(d, resp, err)
}

func oneOf(statuses ...int) checkedRequest {
	return func(d time.Duration, resp *http.Response, err error) (time.Duration, *http.Response, error) {
		if err != nil {
			return d, nil, err
		}
		if slices.Contains(statuses, resp.StatusCode) {
			return d, resp, nil
		}
		defer resp.Body.Close()
		return d, nil, errors.New(resp.Status)
	}
}

func (c *measuredClient) raw(req *http.Request) (io.ReadCloser, error) {
	_, resp, err := okOnly(c.do(req))
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

func (c *measuredClient) text(req *http.Request) (string, error) {
	body, err := c.raw(req) // want `never-closed`
	if err != nil {
		return "", err
	}
	all, err := io.ReadAll(body)
	return string(all), err
}

func (c *measuredClient) textClosed(req *http.Request) (string, error) {
	body, err := c.raw(req)
	if err != nil {
		return "", err
	}
	defer body.Close()
	all, err := io.ReadAll(body)
	return string(all), err
}
