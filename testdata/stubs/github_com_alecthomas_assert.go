// assert: a failed assertion ends the test.
package p

import (
	"io"
	"net/http"
	"testing"

	"github.com/alecthomas/assert"
)

func TestCloses(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	assert.NoError(t, err)
	defer resp.Body.Close()
	assert.Equal(t, http.StatusOK, resp.StatusCode)
}

func TestForgets(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	assert.NoError(t, err)
	assert.Equal(t, http.StatusOK, resp.StatusCode)
}

func TestForgetsIfRefused(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	assert.NoError(t, err)
	if err != nil {
		resp.Body.Close()
	}
}

func TestRefused(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	assert.Error(t, err)
}

func TestSentinel(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	assert.Equal(t, http.ErrServerClosed, err)
}

func TestDiffers(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	assert.NotEqual(t, nil, err)
}

func TestTrue(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	assert.True(t, err != nil)
}

func TestFalse(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	assert.False(t, err == nil)
}

func TestLast(t *testing.T) {
	var resp *http.Response
	assert.NotPanics(t, func() {
		var err error
		resp, err = http.Get("http://127.0.0.1:1") // want `never-closed`
		assert.NoError(t, err)
	})
	t.Log(resp.Status)
}

func TestFails(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	if err == nil {
		assert.Fail(t, "no error")
	}
}

func TestReads(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	assert.NoError(t, err)
	_, err = io.Copy(io.Discard, resp.Body)
	assert.NoError(t, err)
	if err != nil {
		return
	}
	resp.Body.Close()
}
