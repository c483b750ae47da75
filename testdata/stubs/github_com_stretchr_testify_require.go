// require: an assertion that fails ends the test.
package p

import (
	"io"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestCloses(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	require.NoError(t, err)
	defer resp.Body.Close()
	require.Equal(t, http.StatusOK, resp.StatusCode)
}

func TestForgets(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	require.NoError(t, err)
	require.Equal(t, http.StatusOK, resp.StatusCode)
}

func TestRefused(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	require.ErrorContains(t, err, "refused")
	_ = resp
}

func TestRefusedIsTrue(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	require.True(t, err != nil)
	_ = resp
}

func TestRefusedIsFalse(t *testing.T) {
	must := require.New(t)
	resp, err := http.Get("http://127.0.0.1:1")
	must.False(err == nil)
	_ = resp
}

func TestFails(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	require.NoError(t, err)
	if resp.StatusCode == http.StatusOK {
		resp.Body.Close()
		return
	}
	require.Failf(t, "status", "%s", resp.Status)
}

func TestEventuallyForgets(t *testing.T) {
	require.Eventually(t, func() bool {
		resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
		return err == nil && resp.StatusCode == http.StatusOK
	}, time.Minute, time.Second)
}

func TestLast(t *testing.T) {
	var resp *http.Response
	require.NotPanics(t, func() {
		var err error
		resp, err = http.Get("http://127.0.0.1:1") // want `never-closed`
		require.NoError(t, err)
	})
	require.Equal(t, http.StatusOK, resp.StatusCode)
}

func TestReads(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	require.NoError(t, err)
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		require.NoError(t, err)
		return
	}
	resp.Body.Close()
}

func TestSentinel(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	require.Equal(t, http.ErrServerClosed, err)
}

func TestDiffers(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	require.NotEqual(t, nil, err)
}

// What is not liked is overwritten by the next try.
func TestEventuallyOverwrites(t *testing.T) {
	var resp *http.Response
	require.Eventually(t, func() bool {
		var err error
		resp, err = http.Get("http://127.0.0.1:1") // want `overwritten-response`
		return err == nil && resp.StatusCode == http.StatusOK
	}, time.Minute, time.Second)
	if resp != nil {
		resp.Body.Close()
	}
}

// The text of no error is matched by no pattern that is meant for one.
func TestErrorMatches(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	require.Regexp(t, "refused", err)
}
