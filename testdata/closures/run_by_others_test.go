package p

// A closure that somebody else runs (handler, transport) sets the captured variable during the call;
// its zero value must not be taken as a fact any more. Very common in tests of clients.
import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFlag(t *testing.T) {
	hit := false
	srv := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { hit = true }))
	defer srv.Close()
	resp, err := http.Get(srv.URL) // want `never-closed`
	if err != nil {
		t.Fatal(err)
	}
	if !hit {
		t.Fatal("not called")
	}
	t.Log(resp.StatusCode)
}

func TestPointer(t *testing.T) {
	var got *http.Request
	srv := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { got = r }))
	defer srv.Close()
	resp, err := http.Get(srv.URL) // want `never-closed`
	require.NoError(t, err)
	require.NotNil(t, got)
	require.Equal(t, 200, resp.StatusCode)
}

type rtf func(*http.Request) (*http.Response, error)

func (f rtf) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestTransport(t *testing.T) {
	var got *http.Request
	cli := &http.Client{Transport: rtf(func(r *http.Request) (*http.Response, error) {
		got = r
		return http.DefaultTransport.RoundTrip(r)
	})}
	_, err := cli.Get("http://x") // want `discarded-response`
	require.NoError(t, err)
	require.NotNil(t, got)
}

func redirects() (int, error) {
	stopped := false
	cli := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error {
		stopped = true
		return http.ErrUseLastResponse
	}}
	resp, err := cli.Get("http://x") // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	if stopped {
		return resp.StatusCode, nil
	}
	resp.Body.Close()
	return 0, nil
}
