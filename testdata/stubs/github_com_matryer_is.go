// is: an assertion that fails ends the test.
package p

import (
	"io"
	"net/http"
	"testing"

	"github.com/matryer/is"
)

func TestCloses(t *testing.T) {
	is := is.New(t)
	resp, err := http.Get("http://127.0.0.1:1")
	is.NoErr(err)
	defer resp.Body.Close()
	is.Equal(resp.StatusCode, http.StatusOK)
}

func TestForgets(t *testing.T) {
	is := is.New(t)
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	is.NoErr(err)
	is.Equal(resp.StatusCode, http.StatusOK)
}

func TestRefused(t *testing.T) {
	is := is.New(t)
	resp, err := http.Get("http://127.0.0.1:1")
	is.True(err != nil)
	_ = resp
}

func TestFails(t *testing.T) {
	is := is.New(t)
	resp, err := http.Get("http://127.0.0.1:1")
	is.NoErr(err)
	if resp.StatusCode == http.StatusOK {
		resp.Body.Close()
		return
	}
	is.Fail()
}

func TestReads(t *testing.T) {
	is := is.New(t)
	resp, err := http.Get("http://127.0.0.1:1")
	is.NoErr(err)
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		is.NoErr(err)
		return
	}
	resp.Body.Close()
}

func TestSentinel(t *testing.T) {
	is := is.New(t)
	_, err := http.Get("http://127.0.0.1:1")
	is.Equal(err, http.ErrServerClosed)
}
