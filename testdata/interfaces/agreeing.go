package fixture

import "net/http"

// Implementers that do the same with what they get, and such that do not: then it may be closed.
type finisher interface {
	finish(resp *http.Response)
}

type quick struct{}

func (quick) finish(resp *http.Response) { resp.Body.Close() }

type slow struct{}

func (slow) finish(resp *http.Response) {
	defer resp.Body.Close()
}

func finished(f finisher, u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	f.finish(resp)
	return nil
}

type looker interface {
	look(resp *http.Response) int
}

type first struct{}

func (first) look(resp *http.Response) int { return resp.StatusCode }

type second struct{}

func (second) look(resp *http.Response) int { return len(resp.Header) }

func looked(l looker, u string) (int, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return l.look(resp), nil // via `returns with the body open`
}

type mixed interface {
	end(resp *http.Response)
}

type closes struct{}

func (closes) end(resp *http.Response) { resp.Body.Close() }

type leaves struct{}

func (leaves) end(resp *http.Response) { _ = resp.StatusCode }

func ended(m mixed, u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	m.end(resp)
	return nil
}

type opener interface {
	open(u string) (*http.Response, error)
}

type plain struct{}

func (plain) open(u string) (*http.Response, error) { return http.Get(u) }

type headed struct{}

func (headed) open(u string) (*http.Response, error) { return http.Head(u) }

func opened(o opener, u string) error {
	_, err := o.open(u) // want `discarded-response`
	return err
}
