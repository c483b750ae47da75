// Comments of other tools, and of bodyclose itself.
package p

import (
	"net/http"
	"sync"
)

type pool struct {
	mu  sync.Mutex
	all []*http.Response
}

func staticcheck(link string) {
	//lint:ignore bodyguard the pool closes it
	resp, _ := http.Get(link)
	_ = resp
}

func staticcheckOther(link string) {
	//lint:ignore SA4006 unused
	resp, _ := http.Get(link) // want `never-closed`
	_ = resp
}

// fetch keeps a list of what it hands out and closes it later.
//
//bodyclose:handled
func (p *pool) fetch(link string) (*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.all = append(p.all, resp)
	return resp, nil
}

func (p *pool) code(link string) (int, error) {
	resp, err := p.fetch(link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// spaced is described in the other way that bodyclose accepts.
//
// bodyclose:handled
func (p *pool) spaced(link string) (*http.Response, error) {
	resp, err := http.Get(link)
	p.all = append(p.all, resp)
	return resp, err
}

func spacedCode(p *pool, link string) (int, error) {
	resp, err := p.spaced(link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// open has no such comment.
func open(link string) (*http.Response, error) { return http.Get(link) }

func code(link string) (int, error) {
	resp, err := open(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
