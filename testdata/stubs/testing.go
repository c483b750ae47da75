// testing: Fatal ends a test, Run and Cleanup call their functions.
package p

import (
	"net/http"
	"testing"
)

func TestFatal(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode == http.StatusOK {
		resp.Body.Close()
		return
	}
	t.Fatalf("status %s", resp.Status)
}

func TestErrorGoesOn(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	if err != nil {
		t.Skip(err)
	}
	if resp.StatusCode != http.StatusOK {
		t.Error(resp.Status)
		return
	}
	resp.Body.Close()
}

func TestRun(t *testing.T) {
	var resp *http.Response
	t.Run("get", func(t *testing.T) {
		var err error
		resp, err = http.Get("http://127.0.0.1:1") // want `never-closed`
		if err != nil {
			t.Fatal(err)
		}
	})
	t.Log(resp.Status)
}

func TestCleanup(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { resp.Body.Close() })
	t.Log(resp.Status)
}

func TestSkipsWhatItHolds(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode == http.StatusOK {
		resp.Body.Close()
		return
	}
	t.Skip(resp.Status)
}
