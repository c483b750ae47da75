// A reader that is closed where it can be.
package alias

import (
	"crypto/cipher"
	"io"
	"net/http"
)

type decrypted struct {
	io.Reader
	under io.Closer
}

func (d *decrypted) Close() error { return d.under.Close() }

// The second return is of a reader without Close, which no caller here passes.
func decryptedReader(r io.Reader, s cipher.Stream) (io.Reader, error) {
	plain := &cipher.StreamReader{S: s, R: r}
	if c, ok := r.(io.Closer); ok {
		return &decrypted{plain, c}, nil
	}
	return plain, nil
}

func openBody(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

func closedIfPossible(u string, s cipher.Stream, skip int64) (io.Reader, error) {
	body, err := openBody(u)
	if err != nil {
		return nil, err
	}
	r, err := decryptedReader(body, s)
	if err != nil {
		body.Close()
		return nil, err
	}
	if _, err := io.CopyN(io.Discard, r, skip); err != nil {
		if c, ok := r.(io.Closer); ok {
			c.Close()
		}
		return nil, err
	}
	return r, nil
}

func notClosed(u string, s cipher.Stream, skip int64) (io.Reader, error) {
	body, err := openBody(u) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	r, err := decryptedReader(body, s)
	if err != nil {
		body.Close()
		return nil, err
	}
	if _, err := io.CopyN(io.Discard, r, skip); err != nil {
		return nil, err
	}
	return r, nil
}
