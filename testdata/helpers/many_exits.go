// Helpers with more ways out than are told apart.
package helpers

import (
	"errors"
	"io"
	"log"
	"net/http"
)

type options struct {
	drain, log, count, name, trace bool
	keep                           bool
}

// 32 ways out by the switches alone.
func finish(resp *http.Response, o *options) {
	if o.drain {
		io.Copy(io.Discard, resp.Body)
	}
	if o.log {
		log.Println(resp.Status)
	}
	if o.count {
		log.Println(resp.ContentLength)
	}
	if o.name {
		log.Println(resp.Request.URL)
	}
	if o.trace {
		log.Println(resp.Header)
	}
	resp.Body.Close()
}

func finishUnlessKept(resp *http.Response, o *options) {
	if o.drain {
		io.Copy(io.Discard, resp.Body)
	}
	if o.log {
		log.Println(resp.Status)
	}
	if o.count {
		log.Println(resp.ContentLength)
	}
	if o.name {
		log.Println(resp.Request.URL)
	}
	if o.trace {
		log.Println(resp.Header)
	}
	if !o.keep {
		resp.Body.Close()
	}
}

func finishes(link string, o *options) {
	resp, err := http.Get(link)
	if err != nil {
		return
	}
	finish(resp, o)
}

func finishesUnlessKept(link string, o *options) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return
	}
	finishUnlessKept(resp, o)
}

// The second test of the switch agrees with the helper's.
func keptAndClosed(link string, o *options) {
	resp, err := http.Get(link)
	if err != nil {
		return
	}
	finishUnlessKept(resp, o)
	if o.keep {
		resp.Body.Close()
	}
}

// 32 ways out by what the results are.
func parts(resp *http.Response) (server, date, tag, kind, age *string) {
	defer resp.Body.Close()
	header := func(name string) *string {
		if text := resp.Header.Get(name); text != "" {
			return &text
		}
		return nil
	}
	if v := header("Server"); v != nil {
		server = v
	}
	if v := header("Date"); v != nil {
		date = v
	}
	if v := header("ETag"); v != nil {
		tag = v
	}
	if v := header("Content-Type"); v != nil {
		kind = v
	}
	if v := header("Age"); v != nil {
		age = v
	}
	return server, date, tag, kind, age
}

func partsOfOpen(resp *http.Response) (server, date, tag, kind, age *string) {
	if v := resp.Header.Get("Server"); v != "" {
		server = &v
	}
	if v := resp.Header.Get("Date"); v != "" {
		date = &v
	}
	if v := resp.Header.Get("ETag"); v != "" {
		tag = &v
	}
	if v := resp.Header.Get("Content-Type"); v != "" {
		kind = &v
	}
	if v := resp.Header.Get("Age"); v != "" {
		age = &v
		resp.Body.Close()
	}
	return server, date, tag, kind, age
}

func takesParts(link string) bool {
	resp, err := http.Get(link)
	if err != nil {
		return false
	}
	server, _, tag, _, _ := parts(resp)
	return server != nil && tag != nil
}

func takesPartsOfOpen(link string) bool {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return false
	}
	server, _, _, _, _ := partsOfOpen(resp)
	return server != nil
}

// A helper with more exits than are kept apart returns the body by each of them.
func judge(resp *http.Response, a, b, c, d, e bool) (out io.ReadCloser, v, w, x, y, z error) {
	if a {
		v = errJudged
	}
	if b {
		w = errJudged
	}
	if c {
		x = errJudged
	}
	if d {
		y = errJudged
	}
	if e {
		z = errJudged
	}
	return resp.Body, v, w, x, y, z
}

var errJudged = errors.New("judged")

func judged(u string, a, b, c, d, e bool) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	body, _, _, _, _, _ := judge(resp, a, b, c, d, e)
	return body.Close()
}

func judgedIsOpen(u string, a, b, c, d, e bool) error {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	_, err, _, _, _, _ = judge(resp, a, b, c, d, e)
	return err
}
