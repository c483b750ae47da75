// Wrappers of wrappers, recursion, variadic options.
package p

import (
	"errors"
	"fmt"
	"net/http"
)

type option func(*http.Request)

func header(key, value string) option {
	return func(req *http.Request) { req.Header.Set(key, value) }
}

func send(link string, opts ...option) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, link, nil)
	if err != nil {
		return nil, err
	}
	for _, opt := range opts {
		opt(req)
	}
	return http.DefaultClient.Do(req)
}

func sendJSON(link string) (*http.Response, error) {
	return send(link, header("Accept", "application/json"))
}

func sendJSONWrapped(link string) (resp *http.Response, err error) {
	if resp, err = sendJSON(link); err != nil {
		err = fmt.Errorf("json: %w", err)
	}
	return
}

func threeDeep(link string) (int, error) {
	resp, err := sendJSONWrapped(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func threeDeepClosed(link string) (int, error) {
	resp, err := sendJSONWrapped(link)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func follow(link string, left int) (*http.Response, error) {
	if left == 0 {
		return nil, errors.New("too many redirects")
	}
	resp, err := send(link)
	if err != nil {
		return nil, err
	}
	if next := resp.Header.Get("Location"); next != "" {
		resp.Body.Close()
		return follow(next, left-1)
	}
	return resp, nil
}

// The answer that says where to go next stays open.
func followForgets(link string, left int) (*http.Response, error) {
	if left == 0 {
		return nil, errors.New("too many redirects")
	}
	resp, err := send(link) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	if next := resp.Header.Get("Location"); next != "" { // via `when this is true`
		return followForgets(next, left-1) // via `returns with the body open`
	}
	return resp, nil
}

func followed(link string) (string, error) {
	resp, err := follow(link, 5) // want `never-closed`
	if err != nil {
		return "", err
	}
	return resp.Request.URL.String(), nil
}

// Two functions that call each other.
func even(link string, n int) (*http.Response, error) {
	if n == 0 {
		return send(link)
	}
	return odd(link, n-1)
}

func odd(link string, n int) (*http.Response, error) {
	if n == 0 {
		return nil, errors.New("odd")
	}
	return even(link, n-1)
}

func mutual(link string) error {
	resp, err := even(link, 4)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func mutualForgets(link string) (int, error) {
	resp, err := even(link, 4) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Several results; the response is in the middle.
func timed(link string) (start int64, resp *http.Response, err error) {
	resp, err = send(link)
	return 1, resp, err
}

func timedBlank(link string) (int64, error) {
	at, _, err := timed(link) // want `discarded-response`
	return at, err
}

func timedClosed(link string) (int64, error) {
	at, resp, err := timed(link)
	if err != nil {
		return 0, err
	}
	return at, resp.Body.Close()
}

// The results of one call are the arguments of the next.
func check(at int64, resp *http.Response, err error) (*http.Response, error) {
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}

func nested(link string) error {
	resp, err := check(timed(link))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
