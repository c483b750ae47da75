// must: a failed assertion ends the test.
package p

import (
	"net/http"
	"testing"

	"github.com/shoenig/test/must"
)

func TestCloses(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	must.NoError(t, err)
	defer resp.Body.Close()
	must.Eq(t, http.StatusOK, resp.StatusCode)
}

func TestForgets(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	must.NoError(t, err)
	must.EqOp(t, http.StatusOK, resp.StatusCode)
}

func TestForgetsNil(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	must.Nil(t, err)
	if err != nil {
		resp.Body.Close()
	}
}

func TestNoResponse(t *testing.T) {
	resp, _ := http.Get("http://127.0.0.1:1")
	must.Nil(t, resp)
}

func TestRefused(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	must.Error(t, err)
}

func TestRefusedBy(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	must.ErrorContains(t, err, "refused")
}

func TestSentinel(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	must.Eq(t, http.ErrServerClosed, err)
}

func TestDiffers(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	must.NotEq(t, nil, err)
}

func TestTrue(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	must.True(t, err != nil)
}

func TestFalse(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	must.False(t, err == nil)
}

func TestUnreachable(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	if err == nil {
		must.Unreachable(t)
	}
}

func TestLast(t *testing.T) {
	var resp *http.Response
	must.NotPanic(t, func() {
		var err error
		resp, err = http.Get("http://127.0.0.1:1") // want `never-closed`
		must.NoError(t, err)
	})
	t.Log(resp.Status)
}
