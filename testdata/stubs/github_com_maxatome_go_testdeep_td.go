// td: a failed comparison fails the test.
package p

import (
	"io"
	"net/http"
	"testing"

	"github.com/maxatome/go-testdeep/td"
)

func TestCloses(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	td.CmpNoError(t, err)
	defer resp.Body.Close()
	td.Cmp(t, resp.StatusCode, http.StatusOK)
}

func TestForgets(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	require := td.Require(t)
	require.CmpNoError(err)
	require.Cmp(resp.StatusCode, http.StatusOK)
}

func TestForgetsNil(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	td.CmpNil(t, err)
	if err != nil {
		resp.Body.Close()
	}
}

func TestRefused(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	td.CmpError(t, err)
}

func TestMatches(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	td.Cmp(t, err, td.NotNil())
}

func TestMatchesNil(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	td.Cmp(t, err, td.Nil())
	if err != nil {
		resp.Body.Close()
	}
}

func TestTrue(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	td.CmpTrue(t, err != nil)
}

func TestFalse(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	td.NewT(t).False(err == nil)
}

func TestMarks(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	if !td.CmpNoError(t, err) {
		return
	}
	if !td.Cmp(t, resp.StatusCode, http.StatusOK) {
		return
	}
	resp.Body.Close()
}

func TestFails(t *testing.T) {
	assert := td.Assert(t)
	_, err := http.Get("http://127.0.0.1:1")
	if err == nil {
		assert.Error("no error")
	}
}

func TestLast(t *testing.T) {
	var resp *http.Response
	td.CmpNotPanic(t, func() {
		var err error
		resp, err = http.Get("http://127.0.0.1:1") // want `never-closed`
		td.CmpNoError(t, err)
	})
	t.Log(resp.Status)
}

func TestReads(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	td.CmpNoError(t, err)
	_, err = io.Copy(io.Discard, resp.Body)
	td.CmpNoError(t, err)
	if err != nil {
		return
	}
	resp.Body.Close()
}

func TestNoResponse(t *testing.T) {
	resp, _ := http.Get("http://127.0.0.1:1")
	td.Cmp(t, resp, td.Nil())
}
