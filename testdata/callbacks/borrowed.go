// A response that comes in as a parameter belongs to somebody else.
package p

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"
	"net/url"
)

func decode(resp *http.Response, v any) error {
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(v)
}

// Closed on one way only: still the caller's business.
func closesSometimes(resp *http.Response) error {
	if resp.StatusCode >= 400 {
		defer resp.Body.Close()
		return errors.New(resp.Status)
	}
	return nil
}

func shouldRetry(ctx context.Context, resp *http.Response, err error) (bool, error) {
	if ctx.Err() != nil || err != nil {
		return false, err
	}
	return resp.StatusCode == http.StatusTooManyRequests, nil
}

// The proxy closes what it hands to ModifyResponse.
func proxy(target *url.URL) *httputil.ReverseProxy {
	return &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(target) },
		ModifyResponse: func(resp *http.Response) error {
			if resp.StatusCode == http.StatusTeapot {
				return errors.New("no tea")
			}
			resp.Header.Del("Server")
			return nil
		},
	}
}

// What the hook asks for itself is its own.
func proxyAsks(target *url.URL) *httputil.ReverseProxy {
	p := httputil.NewSingleHostReverseProxy(target)
	p.ModifyResponse = func(resp *http.Response) error {
		extra, err := http.Get("https://flags.test/") // want `never-closed`
		if err != nil {
			return err
		}
		resp.Header.Set("X-Flags", extra.Header.Get("X-Flags"))
		return nil
	}
	return p
}

// The old body was the proxy's, the new one goes to it.
func replaceBody(resp *http.Response) error {
	other, err := http.Get("https://maintenance.test/")
	if err != nil {
		return err
	}
	resp.Body.Close()
	resp.Body = other.Body
	return nil
}

func all(resps []*http.Response) (total int64) {
	for _, resp := range resps {
		total += resp.ContentLength
	}
	return total
}

func byName(held map[string]*http.Response, name string) string {
	resp, ok := held[name]
	if !ok {
		return ""
	}
	return resp.Status
}

func previous(r *http.Request) int {
	if r.Response == nil {
		return 0
	}
	return r.Response.StatusCode
}

var byStatus = map[int]func(*http.Response) error{
	200: func(resp *http.Response) error { return nil },
	404: func(resp *http.Response) error { return fmt.Errorf("no %s", resp.Request.URL) },
}

// The handler takes over: it cannot be seen who it is.
func handOver(link string, handle func(*http.Response) error) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	return handle(resp)
}

// The callback gets a reader, and a reader cannot be closed.
func handReader(link string, handle func(io.Reader) error) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	return handle(resp.Body)
}

func handReaderClosed(link string, handle func(io.Reader) error) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return handle(resp.Body)
}

// The visitor is written in place: it reads and does not close.
func visit(link string, see func(*http.Response)) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	see(resp)
	return nil
}

func visitor(link string) (code int, err error) {
	err = visit(link, func(resp *http.Response) { code = resp.StatusCode })
	return code, err
}
