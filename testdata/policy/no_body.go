// An answer to HEAD, or with status 204 or 304, has no body: net/http gives its connection back at once, and nothing is owed.
package p

import (
	"context"
	"errors"
	"io"
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"
)

var errStatus = errors.New("status")

func bareHead(link string) {
	http.Head(link)
}

func ofClient(c *http.Client, link string) http.Header {
	resp, err := c.Head(link)
	if err != nil {
		return nil
	}
	return resp.Header
}

func withContext(ctx context.Context, link string) int {
	req, err := http.NewRequestWithContext(ctx, "HEAD", link, nil)
	if err != nil {
		return 0
	}
	req = req.WithContext(ctx)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func inLiteral(link string) int {
	resp, err := http.DefaultClient.Do(&http.Request{Method: http.MethodHead})
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func assigned(rt http.RoundTripper, link string) int {
	req, err := http.NewRequest(http.MethodGet, link, nil)
	if err != nil {
		return 0
	}
	req.Method = http.MethodHead
	resp, err := rt.RoundTrip(req)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func assignedOther(rt http.RoundTripper, link string) int {
	req, err := http.NewRequest(http.MethodHead, link, nil)
	if err != nil {
		return 0
	}
	req.Method = http.MethodOptions
	resp, err := rt.RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func inVariable(link string, all bool) int {
	method := http.MethodHead
	if all {
		method = http.MethodGet
	}
	req, err := http.NewRequest(method, link, nil)
	if err != nil {
		return 0
	}
	resp, err := http.DefaultClient.Do(req) // want `never-closed`
	if err != nil {
		return 0
	}
	if all {
		return resp.StatusCode
	}
	return 1
}

func unknownMethod(method, link string) int {
	req, err := http.NewRequest(method, link, nil)
	if err != nil {
		return 0
	}
	resp, err := http.DefaultClient.Do(req) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// A wrapper is judged for the method and for the request that it is passed.

func send(method, link string) (*http.Response, error) {
	req, err := http.NewRequest(method, link, nil)
	if err != nil {
		return nil, err
	}
	return do(req)
}

func do(req *http.Request) (*http.Response, error) {
	return http.DefaultClient.Do(req)
}

func sendsHead(link string) error {
	_, err := send("HEAD", link)
	return err
}

func sendsPut(link string) error {
	_, err := send("PUT", link) // want `discarded-response`
	return err
}

func doesHead(link string) error {
	req, err := http.NewRequest("HEAD", link, nil)
	if err != nil {
		return err
	}
	_, err = do(req)
	return err
}

func doesDelete(link string) error {
	req, err := http.NewRequest("DELETE", link, nil)
	if err != nil {
		return err
	}
	_, err = do(req) // want `discarded-response`
	return err
}

// options closes what is read here, unless the caller asks for the body.
func options(link string, mode int) (*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	switch mode {
	case 1:
		resp.Body.Close()
	case 2:
		_, err = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
	return resp, err
}

func closedByMode(link string) error {
	_, err := options(link, 1)
	return err
}

func openByMode(link string) error {
	_, err := options(link, 3) // want `discarded-response`
	return err
}

// Statuses.

func either(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	switch resp.StatusCode {
	case http.StatusNoContent, http.StatusNotModified:
		return nil
	}
	return resp.Body.Close()
}

func inStatusVariable(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	code := resp.StatusCode
	if code == 204 {
		return nil
	}
	return resp.Body.Close()
}

func neither(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	if resp.StatusCode != 204 && resp.StatusCode != 304 {
		return resp.Body.Close()
	}
	return nil
}

func range204(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.StatusCode >= 204 && resp.StatusCode < 206 {
		return nil
	}
	return resp.Body.Close()
}

// The status is that of another response.
func ofAnother(link string, other *http.Response) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if other.StatusCode == 204 {
		return nil
	}
	return resp.Body.Close()
}

func checkStatus(resp *http.Response) error {
	if resp.StatusCode == http.StatusNotModified {
		return errStatus
	}
	return resp.Body.Close()
}

func inHelper(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	return checkStatus(resp)
}

func TestNoContent(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	require.NoError(t, err)
	require.Equal(t, http.StatusNoContent, resp.StatusCode)
}

func TestAccepted(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	require.NoError(t, err)
	require.Equal(t, http.StatusAccepted, resp.StatusCode)
}
