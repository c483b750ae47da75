package p

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// A clean-up of a subtest runs after the literal that asks for it.

func TestCleanupInSubtest(t *testing.T) {
	for _, path := range []string{"/a", "/b"} {
		t.Run(path, func(t *testing.T) {
			srv := httptest.NewServer(nil)
			t.Cleanup(srv.Close)
			resp, err := srv.Client().Get(srv.URL + path)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = resp.Body.Close() })
		})
	}
}

func TestCleanupInNestedSubtest(t *testing.T) {
	t.Run("outer", func(t *testing.T) {
		t.Run("inner", func(t *testing.T) {
			resp, err := http.Get("http://localhost/")
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() {
				if err := resp.Body.Close(); err != nil {
					t.Error(err)
				}
			})
		})
	})
}

func TestCleanupBehindACheck(t *testing.T) {
	t.Run("status", func(t *testing.T) {
		resp, err := http.Get("http://localhost/") // want `leaks-on-path`
		if err != nil {
			t.Fatal(err)
		}
		if resp.StatusCode != http.StatusOK {
			return
		}
		t.Cleanup(func() { resp.Body.Close() })
	})
}

func TestCleanupOfAnotherResponse(t *testing.T) {
	t.Run("two", func(t *testing.T) {
		first, err := http.Get("http://localhost/1")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { first.Body.Close() })
		second, err := http.Get("http://localhost/2") // want `never-closed`
		if err != nil {
			t.Fatal(err)
		}
		t.Log(second.Status)
	})
}

func TestCleanupBeforeAnotherRequest(t *testing.T) {
	var resp *http.Response
	var err error
	t.Run("first", func(t *testing.T) {
		resp, err = http.Get("http://localhost/1")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { resp.Body.Close() })
	})
	resp, err = http.Get("http://localhost/2") // want `never-closed`
	if err != nil {
		t.Fatal(err)
	}
	t.Log(resp.Status)
}

// The clean-up of the outer test runs when the variable holds the second response.
func TestOuterCleanupBeforeAnotherRequest(t *testing.T) {
	var resp *http.Response
	var err error
	t.Run("first", func(*testing.T) {
		resp, err = http.Get("http://localhost/1") // want `never-closed`
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { resp.Body.Close() })
	})
	resp, err = http.Get("http://localhost/2")
	if err != nil {
		t.Fatal(err)
	}
	t.Log(resp.Status)
}
