// testify: require ends the test, assert does not.
package p

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRequire(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	require.NoError(t, err)
	require.Equal(t, http.StatusOK, resp.StatusCode)
	defer resp.Body.Close()
}

func TestRequireForgets(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	require.NoError(t, err)
	require.Equal(t, http.StatusOK, resp.StatusCode)
} // via `the function ends with the body open`

func TestAssert(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	if !assert.NoError(t, err) {
		return
	}
	defer resp.Body.Close()
	assert.Equal(t, http.StatusOK, resp.StatusCode)
}

// A failed assert goes on, in a test that has failed: nothing is owed behind it.
func TestAssertGoesOn(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	require.NoError(t, err)
	if !assert.Equal(t, http.StatusOK, resp.StatusCode) {
		return
	}
	resp.Body.Close()
}

func TestRequireObject(t *testing.T) {
	must := require.New(t)
	resp, err := http.Get("http://127.0.0.1:1")
	must.NoError(err)
	must.NotNil(resp)
	defer resp.Body.Close()
	must.Equal(http.StatusOK, resp.StatusCode)
}

func TestRequireObjectForgets(t *testing.T) {
	must := require.New(t)
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	must.NoError(err)
	must.Equal(http.StatusOK, resp.StatusCode)
}

// The defer looks at resp before require has looked at err.
func TestDeferBeforeRequire(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `closed-before-check`
	defer resp.Body.Close()
	require.NoError(t, err)
}
