// assert: an assertion that fails goes on; what it returns says whether it has failed.
package p

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestCloses(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	if !assert.NoError(t, err) {
		return
	}
	defer resp.Body.Close()
	assert.Equal(t, http.StatusOK, resp.StatusCode)
}

func TestForgets(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	if assert.NoError(t, err) {
		assert.Equal(t, http.StatusOK, resp.StatusCode)
	}
}

func TestGoesOn(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `leaks-on-path`
	if !assert.NoError(t, err) {
		return
	}
	if !assert.Equal(t, http.StatusOK, resp.StatusCode) { // via `when this is true`
		return // via `returns with the body open`
	}
	resp.Body.Close()
}

func TestRefused(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	if assert.Error(t, err) {
		return
	}
	resp.Body.Close()
}

func TestRefusedBy(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	if assert.ErrorContains(t, err, "refused") {
		return
	}
	if err == nil {
		resp.Body.Close()
	}
}

func TestFails(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	if err != nil {
		assert.FailNow(t, "no answer", err)
	}
	if resp.StatusCode == http.StatusOK {
		resp.Body.Close()
		return
	}
	assert.FailNow(t, resp.Status)
}

func TestEventuallyForgets(t *testing.T) {
	assert.Eventually(t, func() bool {
		resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
		return err == nil && resp.StatusCode == http.StatusOK
	}, time.Minute, time.Second)
}

func TestLast(t *testing.T) {
	is := assert.New(t)
	var resp *http.Response
	is.NotPanics(func() {
		var err error
		resp, err = http.Get("http://127.0.0.1:1") // want `never-closed`
		if err != nil {
			t.Fatal(err)
		}
	})
	is.Equal(http.StatusOK, resp.StatusCode)
}
