// The Close of a new body that leaves the old one open, or does not.
package p

import (
	"context"
	"io"
	"net/http"
	"sync"
)

type deaf struct{ io.Reader }

func (deaf) Close() error { return nil }

type deafWithBody struct {
	body   io.ReadCloser
	closed bool
}

func (d *deafWithBody) Read(p []byte) (int, error) { return d.body.Read(p) }
func (d *deafWithBody) Close() error {
	d.closed = true
	return nil
}

type once struct {
	io.ReadCloser
	once sync.Once
}

func (o *once) Close() (err error) {
	o.once.Do(func() { err = o.ReadCloser.Close() })
	return err
}

type unlessClosed struct {
	io.ReadCloser
	closed bool
}

func (u *unlessClosed) Close() error {
	if u.closed {
		return nil
	}
	u.closed = true
	return u.ReadCloser.Close()
}

type counted struct {
	io.ReadCloser
	read int
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.ReadCloser.Read(p)
	c.read += n
	return n, err
}

type cancelling struct {
	io.Reader
	cancel context.CancelFunc
}

func (c *cancelling) Close() error {
	c.cancel()
	return nil
}

type withFunc struct {
	io.Reader
	shut func() error
}

func (w withFunc) Close() error { return w.shut() }

type inBackground struct{ io.ReadCloser }

func (b inBackground) Close() error {
	go b.ReadCloser.Close()
	return nil
}

func toDeaf(link string) (*http.Response, error) {
	page, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	page.Body = deaf{page.Body} // via `replaced here`
	return page, nil
}

func toDeafWithBody(page *http.Response) error {
	page.Body = &deafWithBody{body: page.Body} // want `overwritten-response`
	return nil
}

func toDeafClosed(page *http.Response) error {
	old := page.Body
	defer old.Close()
	page.Body = &deafWithBody{body: old}
	return nil
}

func toOnce(page *http.Response) error {
	page.Body = &once{ReadCloser: page.Body}
	return nil
}

func toUnlessClosed(page *http.Response) error {
	page.Body = &unlessClosed{page.Body, false}
	return nil
}

func toCounted(page *http.Response) error {
	page.Body = &counted{ReadCloser: page.Body}
	return nil
}

func toCancelling(ctx context.Context, link string) (*http.Response, error) {
	ctx, cancel := context.WithCancel(ctx)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		cancel()
		return nil, err
	}
	page, err := http.DefaultClient.Do(req)
	if err != nil {
		cancel()
		return nil, err
	}
	page.Body = &cancelling{page.Body, cancel}
	return page, nil
}

func toFunc(page *http.Response) error {
	page.Body = withFunc{page.Body, page.Body.Close}
	return nil
}

func toBackground(page *http.Response) error {
	page.Body = inBackground{page.Body}
	return nil
}
