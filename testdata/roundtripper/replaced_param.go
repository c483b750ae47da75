// A response that comes in as a parameter gets another body: whoever called closes only that one.
package p

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httputil"
	"strings"
)

type readAndClose struct {
	io.Reader
	io.Closer
}

// Functions for a proxy.

func shout(page *http.Response) error {
	text, err := io.ReadAll(page.Body)
	if err != nil {
		return err
	}
	page.Body = io.NopCloser(bytes.NewReader(bytes.ToUpper(text))) // want `overwritten-response`
	page.ContentLength = int64(len(text))
	return nil
}

func shoutClosed(page *http.Response) error {
	text, err := io.ReadAll(page.Body)
	page.Body.Close()
	if err != nil {
		return err
	}
	page.Body = io.NopCloser(bytes.NewReader(bytes.ToUpper(text)))
	return nil
}

func shoutDeferred(page *http.Response) error {
	defer page.Body.Close()
	text, err := io.ReadAll(page.Body)
	if err != nil {
		return err
	}
	page.Body = io.NopCloser(bytes.NewReader(bytes.ToUpper(text)))
	return nil
}

// The literal runs when the new body is in place.
func shoutLate(page *http.Response) error {
	defer func() { page.Body.Close() }()
	text, err := io.ReadAll(page.Body)
	if err != nil {
		return err
	}
	page.Body = io.NopCloser(bytes.NewReader(bytes.ToUpper(text))) // want `overwritten-response`
	return nil
}

func asideClosed(page *http.Response) error {
	old := page.Body
	page.Body = io.NopCloser(strings.NewReader("gone"))
	return old.Close()
}

func asideForgotten(page *http.Response) error {
	old := page.Body
	page.Body = io.NopCloser(strings.NewReader("gone")) // want `overwritten-response`
	_, err := io.Copy(io.Discard, old)
	return err
}

func onOneStatus(page *http.Response) error {
	switch page.StatusCode {
	case http.StatusTeapot:
		page.Body = http.NoBody // want `overwritten-response`
	case http.StatusGone:
		page.Body.Close()
		page.Body = http.NoBody
	}
	return nil
}

func limited(page *http.Response) error {
	page.Body = io.NopCloser(io.LimitReader(page.Body, 1<<10)) // want `overwritten-response`
	return nil
}

func unpacked(page *http.Response) error {
	plain, err := gzip.NewReader(page.Body)
	if err != nil {
		return err
	}
	page.Body = plain // want `overwritten-response`
	return nil
}

func unpackedWhole(page *http.Response) error {
	plain, err := gzip.NewReader(page.Body)
	if err != nil {
		return err
	}
	page.Body = readAndClose{plain, page.Body}
	return nil
}

func viaHelper(page *http.Response) error {
	drain(page.Body)
	page.Body = http.NoBody
	return nil
}

func drain(body io.ReadCloser) {
	io.Copy(io.Discard, body)
	body.Close()
}

func ifMissing(page *http.Response) error {
	if page.Body == nil {
		page.Body = http.NoBody
	}
	return nil
}

func kept(page *http.Response) error {
	go drain(page.Body)
	page.Body = http.NoBody
	return nil
}

// A copy of the response has a body of its own.
func copied(page *http.Response) error {
	other := *page
	other.Body = http.NoBody
	log.Println(other.Status)
	return nil
}

func proxies() []*httputil.ReverseProxy {
	var last httputil.ReverseProxy
	last.ModifyResponse = func(page *http.Response) error {
		if page.Request == nil {
			return errors.New("no request")
		}
		page.Body = io.NopCloser(strings.NewReader("busy")) // want `overwritten-response`
		return nil
	}
	return []*httputil.ReverseProxy{{ModifyResponse: shout}, {ModifyResponse: unpackedWhole}, {ModifyResponse: stamp("x")}, &last}
}

func stamp(name string) func(*http.Response) error {
	return func(page *http.Response) error {
		text, _ := io.ReadAll(page.Body)
		page.Body = io.NopCloser(strings.NewReader(name + string(text))) // want `overwritten-response`
		return nil
	}
}

var blank = func(page *http.Response) error {
	page.Body = http.NoBody // want `overwritten-response`
	return nil
}

// A method, and an interceptor that gets more.

type censor struct{ words []string }

func (c *censor) Modify(page *http.Response) error {
	text, err := io.ReadAll(page.Body)
	if err != nil {
		return err
	}
	for _, word := range c.words {
		text = bytes.ReplaceAll(text, []byte(word), nil)
	}
	page.Body = io.NopCloser(bytes.NewReader(text)) // want `overwritten-response`
	return nil
}

func (c *censor) Intercept(ctx context.Context, page *http.Response) error {
	text, err := io.ReadAll(page.Body)
	if err != nil {
		return err
	}
	page.Body = io.NopCloser(bytes.NewReader(text)) // want `overwritten-response`
	return ctx.Err()
}

// A filter returns what the caller goes on with, and the caller knows both.
func (c *censor) Filter(page *http.Response, _ context.Context) *http.Response {
	text, _ := io.ReadAll(page.Body)
	page.Body = io.NopCloser(bytes.NewReader(text))
	return page
}

// What passes its own parameter on owns nothing.

func outer(page *http.Response) error { return inner(page, "outer") }

func inner(page *http.Response, name string) error {
	text, err := io.ReadAll(page.Body)
	if err != nil {
		return err
	}
	page.Body = io.NopCloser(strings.NewReader(name + string(text))) // want `overwritten-response`
	return nil
}

func outerCloses(page *http.Response) error {
	defer page.Body.Close()
	return innerOfClosing(page, "outer")
}

func innerOfClosing(page *http.Response, name string) error {
	text, err := io.ReadAll(page.Body)
	if err != nil {
		return err
	}
	page.Body = io.NopCloser(strings.NewReader(name + string(text)))
	return nil
}

// Visible code with a response of its own decides.

func peek(page *http.Response) error {
	text, err := io.ReadAll(page.Body)
	page.Body = io.NopCloser(bytes.NewReader(text))
	return err
}

func peeks(link string) error {
	page, err := http.Get(link)
	if err != nil {
		return err
	}
	defer page.Body.Close()
	return peek(page)
}

func refill(page *http.Response) error {
	text, err := io.ReadAll(page.Body)
	page.Body = io.NopCloser(bytes.NewReader(text))
	return err
}

func refills(link string) error {
	page, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	err = refill(page)
	page.Body.Close()
	return err
}

func fill(page *http.Response) error {
	page.Body = io.NopCloser(strings.NewReader("made here"))
	return nil
}

func made() *http.Response {
	page := &http.Response{StatusCode: http.StatusOK}
	fill(page)
	return page
}
