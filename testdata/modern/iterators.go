// Iterators that hand out responses.
package p

import (
	"fmt"
	"iter"
	"net/http"
)

type client struct{ urls []string }

// all is an iterator itself.
func (c *client) all(yield func(*http.Response, error) bool) {
	for _, u := range c.urls {
		if !yield(http.Get(u)) {
			return
		}
	}
}

func byMethod(c *client) (n int) {
	for resp, err := range c.all { // want `leaks-on-path`
		if err != nil {
			break
		}
		if resp.StatusCode != http.StatusOK {
			return n
		}
		resp.Body.Close()
	}
	return n
}

func byMethodClosed(c *client) (n int) {
	for resp, err := range c.all {
		if err != nil {
			continue
		}
		resp.Body.Close()
		n++
	}
	return n
}

// closing closes each response when the loop has seen it.
func closing(urls []string) iter.Seq2[*http.Response, error] {
	return func(yield func(*http.Response, error) bool) {
		for _, u := range urls {
			resp, err := http.Get(u)
			if err != nil {
				if !yield(nil, err) {
					return
				}
				continue
			}
			more := yield(resp, nil)
			resp.Body.Close()
			if !more {
				return
			}
		}
	}
}

func looks(urls []string) (n int) {
	for resp, err := range closing(urls) {
		if err == nil {
			n += resp.StatusCode
		}
	}
	return n
}

// named has the response as its second value.
func named(urls []string) iter.Seq2[string, *http.Response] {
	return func(yield func(string, *http.Response) bool) {
		for _, u := range urls {
			resp, err := http.Get(u)
			if err != nil {
				continue
			}
			if !yield(u, resp) {
				return
			}
		}
	}
}

func namesOnly(urls []string) {
	for u := range named(urls) { // want `discarded-response`
		fmt.Println(u)
	}
}

func statuses(urls []string) {
	for u, resp := range named(urls) { // want `never-closed`
		fmt.Println(u, resp.Status)
	}
}

func statusesClosed(urls []string) {
	seq := named(urls)
	for u, resp := range seq {
		fmt.Println(u, resp.Status)
		resp.Body.Close()
	}
}

func statusesDeferred(urls []string) {
	for u, resp := range named(urls) {
		defer resp.Body.Close()
		fmt.Println(u, resp.Status)
	}
}

// good passes on what another iterator hands out.
func good(urls []string) iter.Seq[*http.Response] {
	return func(yield func(*http.Response) bool) {
		for _, resp := range named(urls) {
			if resp.StatusCode != http.StatusOK {
				resp.Body.Close()
				continue
			}
			if !yield(resp) {
				return
			}
		}
	}
}

func first(urls []string) *http.Response {
	for resp := range good(urls) {
		return resp
	}
	return nil
}

func count(urls []string) (n int) {
	for range good(urls) { // want `discarded-response`
		n++
	}
	return n
}

// The iterator comes from outside.
func fromOutside(each iter.Seq2[*http.Response, error]) (n int) {
	for resp, err := range each {
		if err == nil {
			n += resp.StatusCode
		}
	}
	return n
}

// No responses at all.
func lens(urls []string) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for _, u := range urls {
			if !yield(len(u), nil) {
				return
			}
		}
	}
}

func sum(urls []string) (n int) {
	for l := range lens(urls) {
		n += l
	}
	return n
}
