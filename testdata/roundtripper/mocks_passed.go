// Mocks in variables of other types, and what looks like one and sends all the same.
package roundtripper

import (
	"bytes"
	"io"
	"net/http"
)

type mockReply struct{ text string }

func (m mockReply) RoundTrip(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: 200, Body: io.NopCloser(bytes.NewReader([]byte(m.text)))}, nil
}

type mockLogged struct{ base http.RoundTripper }

func (l *mockLogged) RoundTrip(req *http.Request) (*http.Response, error) { return l.base.RoundTrip(req) }

func newMockLogged(base http.RoundTripper) http.RoundTripper { return &mockLogged{base} }

type mockOfAny struct{ base any }

func (l *mockOfAny) RoundTrip(req *http.Request) (*http.Response, error) {
	if rt, ok := l.base.(http.RoundTripper); ok {
		return rt.RoundTrip(req)
	}
	return http.DefaultTransport.RoundTrip(req)
}

func newMockOfAny(base any) http.RoundTripper { return &mockOfAny{base} }

func mockInAny(req *http.Request) int {
	base := any(mockReply{"a"})
	resp, err := newMockOfAny(base).RoundTrip(req)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

type mockHooked struct {
	hook func(*http.Response) (*http.Response, error)
}

func (h *mockHooked) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	return h.hook(resp)
}

func newMockHooked(hook func(*http.Response) (*http.Response, error)) http.RoundTripper {
	return &mockHooked{hook}
}

// The literal passes on the response that it gets, which was sent for.
func hookNoMock(req *http.Request) int {
	h := newMockHooked(func(r *http.Response) (*http.Response, error) { return r, nil })
	resp, err := h.RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// What the caller passes may be anything that the interface allows.
func mockOfCaller(base http.RoundTripper, req *http.Request) int {
	resp, err := newMockLogged(base).RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func mockOfCallerByType(base mockReply, req *http.Request) int {
	resp, err := newMockLogged(base).RoundTrip(req) // wrong: a parameter counts as one that sends
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func askThrough(rt http.RoundTripper, req *http.Request, onReply func() (*http.Response, error)) (*http.Response, error) {
	resp, err := rt.RoundTrip(req)
	if err != nil {
		return onReply()
	}
	return resp, nil
}

// The literal is run by the callee, and says nothing of what that sends.
func literalNoMock(req *http.Request) int {
	resp, err := askThrough(http.DefaultTransport, req, func() (*http.Response, error) { // want `never-closed`
		return &http.Response{Body: io.NopCloser(bytes.NewReader(nil))}, nil
	})
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

type asker struct{}

func (asker) ask(req *http.Request, orElse func() (*http.Response, error)) (*http.Response, error) {
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		return orElse()
	}
	return resp, nil
}

func literalBesideAsker(req *http.Request) int {
	var a asker
	resp, err := a.ask(req, func() (*http.Response, error) { // want `never-closed`
		return &http.Response{Body: io.NopCloser(bytes.NewReader(nil))}, nil
	})
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

type pagesOfSite interface {
	page(u string) (*http.Response, error)
}

type realPages struct{ c *http.Client }

func (p realPages) page(u string) (*http.Response, error) { return p.c.Get(u) }

type fakePages struct{}

func (fakePages) page(string) (*http.Response, error) { return &http.Response{StatusCode: 200}, nil }

type siteIndex struct{ pages pagesOfSite }

func (s *siteIndex) front(u string) (*http.Response, error) { return s.pages.page(u) }

// The sender is known by a method of its own interface.
func fakeOfOwnInterface(u string) int {
	s := &siteIndex{pages: fakePages{}}
	resp, err := s.front(u) // wrong: senders are known by RoundTrip and Do only
	if err != nil {
		return 0
	}
	return resp.StatusCode
}
