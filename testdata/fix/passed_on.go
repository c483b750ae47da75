// A body that was passed on is not closed; one that was not, is.
package fixes

import (
	"errors"
	"io"
	"net/http"
)

type page struct{ resp *http.Response }

func wrapPage(resp *http.Response) (*page, error) { return &page{resp}, nil }

func readerOf(resp *http.Response) io.Reader { return resp.Body }

type browser struct{ last *http.Response }

// Kept on one of the paths to the end.
func (b *browser) keepGood(u string) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusOK {
		b.last = resp
	}
	return nil
}

// Kept on a path that has returned.
func (b *browser) keepOrRefuse(u string) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusOK {
		b.last = resp
		return nil
	}
	return errors.New(resp.Status)
}

func (b *browser) send(u string, out chan<- *http.Response) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.ContentLength > 0 {
		out <- resp
	}
	if resp.ContentLength < 0 {
		return errors.New("no length")
	}
	return nil
}

func into(u string, out **page) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	*out, err = wrapPage(resp)
	return err
}

func asReaderOf(u string) (io.Reader, error) {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return readerOf(resp), nil
}

func asPage(u string) (*page, error) {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return wrapPage(resp)
}

// What an iteration has stored must stay open in the next one.
func (b *browser) lastGood(urls []string) error {
	var resp *http.Response
	var err error
	for _, u := range urls {
		resp, err = http.Get(u) // want `overwritten-response`
		if err != nil {
			return err
		}
		if resp.StatusCode == http.StatusOK {
			b.last = resp
		}
	}
	return nil
}

// Two responses in one variable: each defer closes its own.
func oneAfterTheOther(u string) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if u == "" {
		return errors.New("empty")
	}
	defer resp.Body.Close()
	resp, err = http.Get(u + "/next")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

// A second defer in a row helps no reader.
func closesTheSecond(u string) (string, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return "", err
	}
	defer func() { resp.Body.Close() }()
	resp, err = http.Get(u + "/next")
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}
