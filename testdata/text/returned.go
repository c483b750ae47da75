package text

import (
	"fmt"
	"io"
	"net/http"
)

// What goes straight to the caller is looked at where the caller is, unless it comes back.

type doer func(*http.Request) (*http.Response, error)

type mocked struct{ do doer }

func newMocked(do doer) *mocked { return &mocked{do: do} }

func (m *mocked) ask(u string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, u, nil)
	if err != nil {
		return nil, err
	}
	return m.do(req)
}

func answer(code int) doer {
	return func(req *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: code, Body: http.NoBody, Request: req}, nil
	}
}

func download(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

func mock() *mocked {
	return newMocked(func(req *http.Request) (*http.Response, error) {
		if req.URL.Path == "" {
			return nil, fmt.Errorf("no path")
		}
		return answer(http.StatusOK)(req)
	})
}

func mockAndAsk(u string) int {
	m := newMocked(func(req *http.Request) (*http.Response, error) {
		return http.DefaultClient.Do(req)
	})
	resp, err := m.ask(u) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func inFieldOfStruct(u string) {
	m := &mocked{do: func(req *http.Request) (*http.Response, error) {
		return http.DefaultClient.Do(req)
	}}
	resp, err := m.do(nil) // want `never-closed`
	if err != nil {
		return
	}
	println(u, resp.Status)
}

func attempt[T any](f func() (T, error)) (T, error) { return f() }

func comesBack(u string) {
	resp, err := attempt(func() (*http.Response, error) { // want `never-closed`
		return http.Get(u)
	})
	if err != nil {
		return
	}
	println(resp.Status)
}

func comesBackAsReader(u string) {
	open := func() (io.ReadCloser, error) {
		return download(u)
	}
	rc, err := open() // want `never-closed`
	if err != nil {
		return
	}
	io.Copy(io.Discard, rc)
}

func comesBackFromConversion(u string) {
	open := doer(func(req *http.Request) (*http.Response, error) {
		return http.DefaultClient.Do(req)
	})
	resp, err := open(nil) // want `never-closed`
	if err != nil {
		return
	}
	println(u, resp.Status)
}

func anything(f func() (any, error)) any {
	got, _ := f()
	return got
}

func comesBackAsAnything(u string) {
	resp := anything(func() (any, error) { // want `never-closed`
		return http.Get(u)
	})
	println(resp != nil)
}

func calledAtOnce(u string) {
	resp, err := func() (*http.Response, error) { // want `never-closed`
		return http.Get(u)
	}()
	if err != nil {
		return
	}
	println(resp.Status)
}

func oneIsReturnedOneIsNot(u string, again bool) (*http.Response, error) {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err == nil && !again {
		return resp, nil
	}
	return http.Get(u)
}

func partIsReturned(u string) (int, error) {
	read := func(resp *http.Response, err error) (int, error) {
		if err != nil {
			return 0, err
		}
		return resp.StatusCode, nil
	}
	return read(http.Get(u)) // want `never-closed`
}

func bothAreReturned(u string) (io.Reader, error) {
	return download(u)
}

func callsParameter(do doer, req *http.Request) (*http.Response, error) { return do(req) }

func resultIsDropped(u string) (resp *http.Response, err error) {
	defer func() {
		if err == nil && resp.StatusCode != http.StatusOK {
			resp, err = nil, fmt.Errorf("status")
		}
	}()
	return http.Get(u) // want `overwritten-response`
}

func typesAreNoLiterals(u string, tries []func() error) (*http.Response, error) {
	for _, try := range append([]func() error{nil}, tries...) {
		if try != nil && try() == nil {
			break
		}
	}
	return http.Get(u)
}

type job struct{ run func() (io.ReadCloser, error) }

func newJob(run func() (io.ReadCloser, error)) *job { return &job{run: run} }

func keptInJob(u string) {
	j := newJob(func() (io.ReadCloser, error) { return download(u) })
	rc, err := j.run() // want `never-closed`
	if err != nil {
		return
	}
	io.Copy(io.Discard, rc)
}
