// A new Body takes the place of the old one.
package p

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"strings"
)

type unzipped struct {
	*gzip.Reader
	under io.Closer
}

func (u unzipped) Close() error {
	u.Reader.Close()
	return u.under.Close()
}

func buffered(link string) (*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(text))
	return resp, nil
}

// What is returned can be closed as often as one likes, the connection stays.
func bufferedForgets(link string) (*http.Response, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(text))
	return resp, nil
}

func emptied(link string) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	resp.Body = http.NoBody // via `replaced here`
	return resp.Body.Close()
}

func emptiedAfterClose(link string) (*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusNoContent {
		resp.Body.Close()
		resp.Body = http.NoBody
	}
	return resp, nil
}

// The new body closes the old one with itself.
func wrapped(link string) (*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	packed, err := gzip.NewReader(resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	resp.Body = unzipped{packed, resp.Body}
	return resp, nil
}

// The unpacking fails and the packed body is forgotten.
func wrappedForgets(link string) (*http.Response, error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	packed, err := gzip.NewReader(resp.Body)
	if err != nil { // via `when this is true`
		return nil, err // via `returns with the body open`
	}
	resp.Body = unzipped{packed, resp.Body}
	return resp, nil
}

func anonymousPair(link string, limit int64) (io.ReadCloser, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{io.LimitReader(resp.Body, limit), resp.Body}, nil
}

// What leaves the function is a copy.
func limitedCopied(link string, limit int64) (io.Reader, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var text strings.Builder
	if _, err := io.Copy(&text, io.LimitReader(resp.Body, limit)); err != nil {
		return nil, err
	}
	return strings.NewReader(text.String()), nil
}

// The old body is kept in a variable before the new one is set.
func keptAside(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	original := resp.Body
	defer original.Close()
	resp.Body = io.NopCloser(io.LimitReader(original, 1<<20))
	_, err = io.ReadAll(resp.Body)
	return err
}

type closers struct {
	io.Reader
	inOrder []io.Closer
}

func (c *closers) Close() error {
	for _, each := range c.inOrder {
		if err := each.Close(); err != nil {
			return err
		}
	}
	return nil
}

func oneOfSeveralClosers(link string) (*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	plain, err := gzip.NewReader(resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	resp.Body = &closers{plain, []io.Closer{plain, resp.Body}}
	return resp, nil
}

// Helpers that give their caller's response another body.

func unzip(resp *http.Response) error {
	plain, err := gzip.NewReader(resp.Body)
	if err != nil {
		return err
	}
	resp.Body = &closers{plain, []io.Closer{plain, resp.Body}}
	return nil
}

func decoded(link string) (*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	if err := unzip(resp); err != nil {
		resp.Body.Close()
		return nil, err
	}
	return resp, nil
}

func rewind(resp *http.Response) error {
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	resp.Body = io.NopCloser(bytes.NewReader(text))
	return nil
}

func rewindClosed(resp *http.Response) error {
	defer func(body io.Closer) { body.Close() }(resp.Body)
	return rewind(resp)
}

func rewound(link string) (*http.Response, error) {
	resp, err := http.Get(link) // want `overwritten-response`
	if err != nil {
		return nil, err
	}
	if err := rewind(resp); err != nil { // via `overwritten here`
		resp.Body.Close()
		return nil, err
	}
	return resp, nil
}

func rewoundClosed(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	body := resp.Body
	defer body.Close()
	return rewind(resp)
}

func rewoundByTwo(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	return rewindClosed(resp)
}

// A copy of the struct gets a body of its own.

func logged(resp *http.Response) string {
	other := *resp
	other.Body = http.NoBody
	return other.Status
}

func copied(link string) (string, error) {
	resp, err := http.Get(link)
	if err != nil {
		return "", err
	}
	defer func() { resp.Body.Close() }()
	other := *resp
	other.Body = http.NoBody
	return other.Status + logged(resp), nil
}

func copiedForgets(link string) (string, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return "", err
	}
	return logged(resp), nil
}

func setBody(resp *http.Response, text []byte) { resp.Body = io.NopCloser(bytes.NewReader(text)) }

func setAfterClose(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer setBody(resp, nil)
	defer resp.Body.Close()
	_, err = io.ReadAll(resp.Body)
	return err
}
