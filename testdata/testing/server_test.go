// Tests against a server of their own.
package p

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

func echo(w http.ResponseWriter, r *http.Request) { io.Copy(w, r.Body) }

func TestStatusOnly(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(echo))
	defer srv.Close()
	resp, err := http.Get(srv.URL) // want `never-closed`
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		t.Errorf("got %s", resp.Status)
	}
}

func TestFatalOnStatus(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(echo))
	t.Cleanup(srv.Close)
	resp, err := srv.Client().Get(srv.URL)
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		t.Fatalf("got %s", resp.Status)
	}
	resp.Body.Close()
}

// Error goes on, in a test that has failed: nothing is owed behind it.
func TestErrorThenReturn(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(echo))
	defer srv.Close()
	resp, err := srv.Client().Head(srv.URL)
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		t.Errorf("got %s", resp.Status)
		return
	}
	resp.Body.Close()
}

func TestCleanup(t *testing.T) {
	srv := httptest.NewTLSServer(http.HandlerFunc(echo))
	defer srv.Close()
	resp, err := srv.Client().Get(srv.URL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = resp.Body.Close() })
	if resp.StatusCode != http.StatusOK {
		t.Error(resp.Status)
	}
}

func TestTable(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(echo))
	defer srv.Close()
	for _, tc := range []struct{ path string }{{"/"}, {"/a"}} {
		t.Run(tc.path, func(t *testing.T) {
			t.Parallel()
			resp, err := http.Get(srv.URL + tc.path) // want `never-closed`
			if err != nil {
				t.Fatal(err)
			}
			if got := resp.Header.Get("Content-Type"); got != "" {
				t.Error(got)
			}
		})
		t.Run(tc.path+" closed", func(t *testing.T) {
			resp, err := http.Get(srv.URL + tc.path)
			if err != nil {
				t.Skip(err)
			}
			defer resp.Body.Close()
		})
	}
}

// A helper that ends the test has no failing way back.
func fetch(t *testing.T, link string) *http.Response {
	t.Helper()
	resp, err := http.Get(link)
	if err != nil {
		t.Fatal(err)
	}
	return resp
}

func TestHelper(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(echo))
	defer srv.Close()
	resp := fetch(t, srv.URL) // want `never-closed`
	if resp.StatusCode != http.StatusOK {
		t.Error(resp.Status)
	}
}

func TestHelperClosed(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(echo))
	defer srv.Close()
	resp := fetch(t, srv.URL)
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		t.FailNow()
	}
}

// What the helper registers, the test runs at its end.
func fetchWithCleanup(t testing.TB, link string) *http.Response {
	resp, err := http.Get(link)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { resp.Body.Close() })
	return resp
}

func TestHelperWithCleanup(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(echo))
	defer srv.Close()
	if code := fetchWithCleanup(t, srv.URL).StatusCode; code != http.StatusOK {
		t.Error(code)
	}
}

func BenchmarkGet(b *testing.B) {
	srv := httptest.NewServer(http.HandlerFunc(echo))
	defer srv.Close()
	for b.Loop() {
		resp, err := http.Get(srv.URL) // want `never-closed`
		if err != nil {
			b.Fatal(err)
		}
		io.Copy(io.Discard, resp.Body)
	}
}

func BenchmarkGetClosed(b *testing.B) {
	srv := httptest.NewServer(http.HandlerFunc(echo))
	defer srv.Close()
	for range b.N {
		resp, err := http.Get(srv.URL)
		if err != nil {
			b.Fatal(err)
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
}

// The context of the test is cancelled by the test, not by this function.
func TestContext(t *testing.T) {
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://127.0.0.1:1", nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req) // want `never-closed`
	if err != nil {
		t.Skip(err)
	}
	t.Log(resp.Status)
}
