// Types that go on after the end of a line, which gofmt leaves as they are.
package p

import (
	"errors"
	"net/http"
)

type holder struct {
	*http.
		Client
	other *http. // the one that is used
			Client
	do func(*http.
		Request) (*http.
		Response, error)
}

var fallback interface {
	Get(string) (*http.
		Response, error)
} = http.
	DefaultClient

func result(link string) *http.
	Response {
	resp, err := http.Get(link)
	if err != nil {
		return nil
	}
	return resp
}

func resultBehindStar(link string) *
	http.Response {
	resp, err := http.Get(link)
	if err != nil {
		return nil
	}
	return resp
}

func resultBehindComment(link string) http. // of the response
	Header {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil
	}
	return resp.Header
}

func resultOfChan(link string) chan
	int {
	out := make(chan int, 1)
	resp, err := http.Get(link) // want `never-closed`
	if err == nil {
		out <- resp.StatusCode
	}
	return out
}

func both(link string) (*http.
	Response, error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}

func callsBoth(link string) int {
	resp, err := both(link) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func (h *
	holder) fields(link string, req *http.
	Request) (n int) {
	if resp, err := h.Get(link); err == nil { // want `never-closed`
		n += resp.StatusCode
	}
	if resp, err := h.other.Get(link); err == nil { // want `never-closed`
		n += resp.StatusCode
	}
	if resp, err := h.do(req); err == nil {
		defer resp.Body.Close()
		n += resp.StatusCode
	}
	return n
}

func locals(link string) error {
	var opts struct

	{
		strict bool
	}
	opts.strict = len(link) > 20
	var resp *http.
		Response
	resp, err := (*http. // want `leaks-on-path`
		Client).Get(http.DefaultClient, link)
	if err != nil {
		return err
	}
	if opts.strict {
		return errors.New("strict")
	}
	return resp.Body.Close()
}
