// Decorators of an interface return what the one inside returns; an implementer that embeds an interface has its methods.
package fixture

import (
	"io"
	"net/http"
)

type reader interface {
	Fetch(u string) (*http.Response, error)
}

type first struct{ next reader }

func (f first) Fetch(u string) (*http.Response, error) { return f.next.Fetch(u) }

type second struct{ next reader }

func (s second) Fetch(u string) (*http.Response, error) { return s.next.Fetch(u) }

type third struct{ next reader }

func (t third) Fetch(u string) (*http.Response, error) {
	resp, err := t.next.Fetch(u)
	if err != nil {
		return t.next.Fetch(u)
	}
	return resp, nil
}

type network struct{}

func (network) Fetch(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return resp, err
}

// The chain ends in the network, which closes.
func throughChain(r reader, u string) (int, error) {
	resp, err := r.Fetch(u)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

type asking interface {
	Ask(u string) (*http.Response, error)
}

type counted struct{ next asking }

func (c *counted) Ask(u string) (*http.Response, error) { return c.next.Ask(u) }

type named struct{ next asking }

func (n *named) Ask(u string) (*http.Response, error) { return n.next.Ask(u) }

type direct struct{}

func (*direct) Ask(u string) (*http.Response, error) { return http.Get(u) }

// This one leaves it open.
func throughOpenChain(a asking, u string) (int, error) {
	resp, err := a.Ask(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Ask of the embedded interface.
type titled interface {
	Title() string
	Ask(u string) (*http.Response, error)
}

type book struct {
	asking
	title string
}

func (b *book) Title() string { return b.title }

func promoted(t titled, u string) (int, error) {
	resp, err := t.Ask(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Fetch of the embedded interface, whose chain ends in the network.
type labelled interface {
	Label() string
	Fetch(u string) (*http.Response, error)
}

type shelf struct{ reader }

func (*shelf) Label() string { return "shelf" }

func promotedClosed(l labelled, u string) (int, error) {
	resp, err := l.Fetch(u)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// A fake that calls a stored function, beside the implementer that closes.
type sender interface {
	Send(u string) (*http.Response, error)
}

type realSender struct{}

func (realSender) Send(u string) (*http.Response, error) { return network{}.Fetch(u) }

type storedSender struct {
	send func(u string) (*http.Response, error)
}

func (s *storedSender) Send(u string) (*http.Response, error) { return s.send(u) }

func besideFake(s sender, u string) (int, error) {
	resp, err := s.Send(u)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// One of two implementers leaves it open.
type mixed interface {
	Mix(u string) (*http.Response, error)
}

type closing struct{}

func (closing) Mix(u string) (*http.Response, error) { return network{}.Fetch(u) }

type opening struct{}

func (opening) Mix(u string) (*http.Response, error) { return http.Get(u) }

func oneLeavesOpen(m mixed, u string) (int, error) {
	resp, err := m.Mix(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The flag decides, through the interface too.
type kept interface {
	Take(u string, keep bool) (*http.Response, error)
}

type taker struct{}

func (taker) Take(u string, keep bool) (*http.Response, error) {
	resp, err := http.Get(u)
	if err == nil && !keep {
		resp.Body.Close()
	}
	return resp, err
}

func notKept(k kept, u string) (int, error) {
	resp, err := k.Take(u, false)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func keptOpen(k kept, u string) (int, error) {
	resp, err := k.Take(u, true) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
