// What looks like a request and is none.
package p

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
)

type response struct {
	StatusCode int
	Body       []byte
}

type store struct{ values map[string]*response }

func (s *store) Get(key string) (*response, error)         { return s.values[key], nil }
func (s *store) Do(req *http.Request) (*response, error)   { return s.Get(req.URL.Path) }
func (s *store) Head(key string) (http.Header, error)      { return nil, nil }
func (s *store) Post(key, kind string, v any) (int, error) { return 0, nil }

func cacheGet(s *store) (int, error) {
	resp, err := s.Get("answer")
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func cacheDo(s *store, req *http.Request) error {
	_, err := s.Do(req)
	return err
}

func cacheHead(s *store) error {
	if _, err := s.Head("x"); err != nil {
		return err
	}
	s.Post("x", "y", nil)
	return nil
}

func headerGet(h http.Header, q url.Values) string {
	return h.Get("Accept") + q.Get("page")
}

var once sync.Once

func onceDo() { once.Do(func() { println("once") }) }

func recorded(h http.Handler) (int, string) {
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, "/", nil))
	resp := rec.Result()
	return resp.StatusCode, rec.Result().Header.Get("Location")
}

// A getter of a response that somebody else holds: the signature has no error.
type session struct{ last *http.Response }

func (s *session) Last() *http.Response { return s.last }

func lastCode(s *session) int {
	if resp := s.Last(); resp != nil {
		return resp.StatusCode
	}
	return 0
}

type fetcher interface{ Response() *http.Response }

func interfaceGetter(f fetcher) string { return f.Response().Status }

// A response that was made by hand holds no connection.
func handMade(code int) *http.Response {
	resp := &http.Response{StatusCode: code, Body: http.NoBody}
	resp.Header = http.Header{"X-Made": {"yes"}}
	return resp
}

func handMadeUsed() string {
	return handMade(http.StatusOK).Header.Get("X-Made")
}

func connect(u *url.URL) (*url.URL, error) { return http.ProxyFromEnvironment(&http.Request{URL: u}) }
