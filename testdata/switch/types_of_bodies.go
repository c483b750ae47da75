// Which types a body can have: it can be read and closed, and nothing more is known.
package p

import (
	"io"
	"net/http"
)

type countedBody struct{ io.ReadCloser }

func closedAlways(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if c, ok := any(resp.Body).(io.Closer); ok {
		return c.Close()
	}
	return nil
}

func closedIfItSeeks(u string) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if s, ok := resp.Body.(io.ReadSeekCloser); ok { // via `when this is false`
		return s.Close()
	}
	return nil
}

func closedIfItWrites(u string) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if s, ok := resp.Body.(io.ReadWriteCloser); ok { // via `when this is false`
		return s.Close()
	}
	return nil
}

func tidyCounted(v any) {
	switch v := v.(type) {
	case *countedBody:
		println(v)
	case io.Closer:
		v.Close()
	}
}

func tidied(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	tidyCounted(resp)
	return resp.Body.Close()
}
