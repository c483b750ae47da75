// gotest.tools: an assertion that fails ends the test, a check does not.
package p

import (
	"io"
	"net/http"
	"testing"

	"gotest.tools/v3/assert"
)

func TestCloses(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	assert.NilError(t, err)
	defer resp.Body.Close()
	assert.Equal(t, resp.StatusCode, http.StatusOK)
}

func TestForgets(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	assert.NilError(t, err)
	assert.Equal(t, resp.StatusCode, http.StatusOK)
}

func TestRefused(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	assert.ErrorContains(t, err, "refused")
	_ = resp
}

func TestRefusedByHand(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	assert.Assert(t, err != nil)
	_ = resp
}

// A check that fails goes on, in a test that has failed.
func TestChecks(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	assert.NilError(t, err)
	if !assert.Check(t, resp.StatusCode == http.StatusOK) {
		return
	}
	resp.Body.Close()
}

func expectOK(t assert.TestingT, link string) {
	resp, err := http.Get(link)
	assert.NilError(t, err)
	if resp.StatusCode == http.StatusOK {
		resp.Body.Close()
		return
	}
	t.Log("status", resp.Status)
	t.FailNow()
}

func TestReads(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	assert.NilError(t, err)
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		assert.NilError(t, err)
		return
	}
	resp.Body.Close()
}

func TestSentinel(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	assert.Equal(t, err, http.ErrServerClosed)
}
