// Type switches and assertions on values of known type.
package fixture

import (
	"bufio"
	"io"
	"net/http"
)

type cover struct{ body io.ReadCloser }

func (c *cover) Done() { c.body.Close() }

type doner interface{ Done() }

// Ends what it knows.
func end(v any) {
	switch v := v.(type) {
	case *bufio.Reader:
		return
	case *cover:
		v.body.Close()
	}
}

func endIfDoner(v any) {
	if d, ok := v.(doner); ok {
		d.Done()
	}
}

func handOver(v any) { end(v) }

func ofOwnType(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	end(&cover{resp.Body})
	return nil
}

func throughTwo(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	c := &cover{resp.Body}
	handOver(c)
	return nil
}

func byInterface(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	c := &cover{resp.Body}
	defer endIfDoner(c)
	return nil
}

func ofOtherType(u string) error {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	end(bufio.NewReader(resp.Body))
	return nil
}

// Each body is an io.Closer, but not each is a doner.
func bodyIsDoner(u string) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if d, ok := resp.Body.(interface {
		doner
		io.Closer
	}); ok {
		return d.Close()
	}
	return nil
}

func bodyIsCloser(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if c, ok := any(resp.Body).(interface{ Close() error }); ok {
		return c.Close()
	}
	return nil
}
