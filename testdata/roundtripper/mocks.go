// What a test makes of a mock opens nothing: the mock answers from memory.
package roundtripper

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
)

type mockReply struct{ text string }

func (m mockReply) RoundTrip(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: 200, Body: io.NopCloser(bytes.NewReader([]byte(m.text)))}, nil
}

type mockRecorder struct{ seen *http.Request }

func (m *mockRecorder) RoundTrip(req *http.Request) (*http.Response, error) {
	m.seen = req
	w := httptest.NewRecorder()
	w.WriteHeader(204)
	return w.Result(), nil
}

type mockTripFunc func(*http.Request) (*http.Response, error)

func (f mockTripFunc) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

type mockLogged struct {
	base http.RoundTripper
	tags []string
}

func (l *mockLogged) RoundTrip(req *http.Request) (*http.Response, error) {
	req.Header.Set("X-Tag", l.tags[0])
	return l.base.RoundTrip(req)
}

func newMockLogged(base http.RoundTripper, tags ...string) http.RoundTripper {
	if base == nil {
		base = http.DefaultTransport
	}
	return &mockLogged{base: base, tags: tags}
}

type mockAPI struct{ hc *http.Client }

func (a *mockAPI) fetch(u string) (*http.Response, error) { return a.hc.Get(u) }

func mockByLiteral(req *http.Request) int {
	m := &mockRecorder{}
	rt := &mockLogged{base: m}
	resp, err := rt.RoundTrip(req)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func mockByConstructor(req *http.Request) int {
	resp, err := newMockLogged(mockReply{"a"}, "t").RoundTrip(req)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func mockByFunction(req *http.Request) int {
	var seen *http.Request
	base := mockTripFunc(func(r *http.Request) (*http.Response, error) {
		seen = r
		return &http.Response{StatusCode: 200, Request: seen}, nil
	})
	rt := newMockLogged(base)
	resp, err := rt.RoundTrip(req)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func mockInClient(u string) int {
	c := &http.Client{Transport: mockReply{"a"}}
	resp, err := c.Get(u)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func mockInStruct(u string) int {
	a := &mockAPI{hc: &http.Client{Transport: newMockLogged(&mockRecorder{})}}
	resp, err := a.fetch(u)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func mockHandedOver(u string) int {
	c := &http.Client{Transport: mockReply{"a"}}
	resp, err := mockFetchWith(c, u)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func mockFetchWith(c *http.Client, u string) (*http.Response, error) { return c.Get(u) }

func mockChained(req *http.Request) int {
	next := func(*http.Request) (*http.Response, error) { return &http.Response{StatusCode: 404}, nil }
	send := mockChain(next)
	resp, err := send(req)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

type mockSend func(*http.Request) (*http.Response, error)

func mockChain(next mockSend) mockSend {
	return func(req *http.Request) (*http.Response, error) {
		req.Header.Set("X-Chain", "1")
		return next(req)
	}
}

func mockMade(req *http.Request, status int) int {
	made := func(status int) http.RoundTripper {
		return mockTripFunc(func(*http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: status}, nil
		})
	}
	resp, err := newMockLogged(made(status)).RoundTrip(req)
	if err != nil {
		return 0
	}
	resp2, err := newMockLogged(newMockMade("a")).RoundTrip(req)
	if err != nil {
		return 0
	}
	return resp.StatusCode + resp2.StatusCode
}

func newMockMade(text string) http.RoundTripper { return mockReply{text} }

func realMade(req *http.Request) int {
	made := func() http.RoundTripper { return http.DefaultTransport }
	resp, err := newMockLogged(made()).RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0
	}
	resp2, err := newMockLogged(newRealMade(req.Close)).RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode + resp2.StatusCode
}

func newRealMade(live bool) http.RoundTripper {
	if live {
		return http.DefaultTransport
	}
	return mockReply{"a"}
}

func realByConstructor(req *http.Request) int {
	resp, err := newMockLogged(http.DefaultTransport).RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func realByFunction(req *http.Request) int {
	rt := newMockLogged(mockTripFunc(func(r *http.Request) (*http.Response, error) {
		return http.DefaultTransport.RoundTrip(r)
	}))
	resp, err := rt.RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// The mock may be the spare one.
func realBesideMock(req *http.Request) int {
	rt := []http.RoundTripper{http.DefaultTransport, mockReply{"a"}}
	resp, err := mockFirstOf(rt[0], mockReply{"a"}).RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func mockFirstOf(one, other http.RoundTripper) http.RoundTripper {
	if one != nil {
		return one
	}
	return other
}

func realUnknown(rt http.RoundTripper, req *http.Request) int {
	resp, err := newMockLogged(rt).RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func realReassigned(req *http.Request, live bool) int {
	rt := newMockLogged(mockReply{"a"})
	if live {
		rt = newMockLogged(http.DefaultTransport)
	}
	resp, err := rt.RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func realInClient(u string) int {
	c := &http.Client{Transport: http.DefaultTransport}
	resp, err := c.Get(u) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// The checker returns the response that it is given.
func checkerOfCaller(check func(*http.Response) (*http.Response, error), resp *http.Response) error {
	_, err := check(resp)
	return err
}

func checkerOfOwn(check func(*http.Response) (*http.Response, error), u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	resp, err = check(resp) // want `never-closed`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}
