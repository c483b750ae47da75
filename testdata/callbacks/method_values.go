// Method values that are passed to functions that can be seen.
package callbacks

import "net/http"

type session struct {
	name string
	resp *http.Response
}

func (s session) end() error { return s.resp.Body.Close() }

func (s session) touch() error {
	s.resp.Header.Del("Date")
	return nil
}

func (s *session) endByPointer() error { return s.resp.Body.Close() }

func atOnce(f func() error) error { return f() }

func atTheEnd(f func() error, n int) int {
	defer f()
	return n + 1
}

func onSome(f func() error, n int) {
	if n > 1 {
		f()
	}
}

func not(func() error) {}

func bodyClose(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	return atOnce(resp.Body.Close)
}

func bodyCloseDeferred(link string) int {
	resp, err := http.Get(link)
	if err != nil {
		return 0
	}
	return atTheEnd(resp.Body.Close, resp.StatusCode)
}

func bodyCloseNotCalled(link string) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return
	}
	not(resp.Body.Close)
}

func bodyCloseOnSome(link string, n int) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return
	}
	onSome(resp.Body.Close, n)
}

func ownMethod(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	s := session{link, resp}
	return atOnce(s.end)
}

func ownMethodOfPointer(link string) int {
	resp, err := http.Get(link)
	if err != nil {
		return 0
	}
	s := &session{link, resp}
	return atTheEnd(s.endByPointer, 1)
}

// missed: any method of what holds the response is taken for one that closes.
func otherMethod(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	s := session{link, resp}
	return atOnce(s.touch)
}

func ownMethodNotCalled(link string) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return
	}
	s := session{link, resp}
	not(s.end)
}

// Kept in a variable before it is called.
func keptInVariable(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	s := session{link, resp}
	end := s.end
	return end()
}

func keptAndDeferred(link string) int {
	resp, err := http.Get(link)
	if err != nil {
		return 0
	}
	s := &session{link, resp}
	end := s.endByPointer
	defer end()
	return len(s.name)
}

func keptOnly(link string) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return
	}
	s := session{link, resp}
	end := s.end
	_ = end
}
