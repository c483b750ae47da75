// test: a failed assertion marks the test as failed and goes on.
package p

import (
	"net/http"
	"testing"

	"github.com/shoenig/test"
)

func TestCloses(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	test.NoError(t, err)
	defer resp.Body.Close()
	test.Eq(t, http.StatusOK, resp.StatusCode)
}

func TestForgets(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	test.NoError(t, err)
	test.EqOp(t, http.StatusOK, resp.StatusCode)
}

func TestForgetsNil(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	test.Nil(t, err)
	if err != nil {
		resp.Body.Close()
	}
}

func TestNoResponse(t *testing.T) {
	resp, _ := http.Get("http://127.0.0.1:1")
	test.Nil(t, resp)
}

func TestRefused(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	test.Error(t, err)
}

func TestRefusedBy(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	test.ErrorContains(t, err, "refused")
}

func TestSentinel(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	test.Eq(t, http.ErrServerClosed, err)
}

func TestDiffers(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	test.NotEq(t, nil, err)
}

func TestTrue(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	test.True(t, err != nil)
}

func TestFalse(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	test.False(t, err == nil)
}

func TestUnreachable(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	if err == nil {
		test.Unreachable(t)
	}
}

func TestLast(t *testing.T) {
	var resp *http.Response
	test.NotPanic(t, func() {
		var err error
		resp, err = http.Get("http://127.0.0.1:1") // want `never-closed`
		test.NoError(t, err)
	})
	t.Log(resp.Status)
}
