// cmp: a comparison that does not succeed fails the test.
package p

import (
	"net/http"
	"testing"

	"gotest.tools/assert"
	is "gotest.tools/assert/cmp"
)

func TestRefused(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	assert.Assert(t, is.ErrorContains(err, "refused"))
}

func TestNil(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	assert.Assert(t, is.Nil(err))
	if err != nil {
		resp.Body.Close()
	}
}

func TestNoResponse(t *testing.T) {
	resp, _ := http.Get("http://127.0.0.1:1")
	assert.Check(t, is.Nil(resp))
}

func TestForgets(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	assert.NilError(t, err)
	assert.Check(t, is.Equal(resp.StatusCode, http.StatusOK))
}

func TestLast(t *testing.T) {
	var resp *http.Response
	assert.Assert(t, is.Panics(func() {
		var err error
		resp, err = http.Get("http://127.0.0.1:1") // want `never-closed`
		assert.NilError(t, err)
	}))
	t.Log(resp.Status)
}
