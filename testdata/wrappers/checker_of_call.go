package p

// A leak in drop: the checker returned by only(..) closes on its error paths and hands the response on; silent in dropClosed.
import (
	"errors"
	"net/http"
	"time"
)

type checker func(time.Duration, *http.Response, error) (time.Duration, *http.Response, error)

func only(codes ...int) checker {
	return func(d time.Duration, resp *http.Response, err error) (time.Duration, *http.Response, error) {
		if err != nil {
			if resp != nil {
				_ = resp.Body.Close()
			}
			return d, nil, err
		}
		for _, c := range codes {
			if resp.StatusCode == c {
				return d, resp, nil
			}
		}
		resp.Body.Close()
		return d, nil, errors.New("unexpected status")
	}
}

type api struct{ c *http.Client }

func (a *api) send(req *http.Request) (time.Duration, *http.Response, error) {
	t := time.Now()
	resp, err := a.c.Do(req)
	return time.Since(t), resp, err
}

func (a *api) drop(req *http.Request) (string, error) {
	check := only(200, 204)
	_, resp, err := check(a.send(req)) // want `leaks-on-path`
	if err != nil {
		return "", err
	}
	return resp.Header.Get("X-Index"), nil
}

func (a *api) dropClosed(req *http.Request) (string, error) {
	check := only(200, 204)
	_, resp, err := check(a.send(req))
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return resp.Header.Get("X-Index"), nil
}
