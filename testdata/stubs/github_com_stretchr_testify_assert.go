// assert: an assertion that fails goes on, in a test that has failed.
package p

import (
	"io"
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
	resp, err := http.Get("http://127.0.0.1:1")
	if !assert.NoError(t, err) {
		return
	}
	if !assert.Equal(t, http.StatusOK, resp.StatusCode) {
		return
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

// The try ends here, and with it what it holds.
func TestTries(t *testing.T) {
	assert.EventuallyWithT(t, func(c *assert.CollectT) {
		resp, err := http.Get("http://127.0.0.1:1")
		if err != nil {
			return
		}
		if resp.StatusCode == http.StatusOK {
			resp.Body.Close()
			return
		}
		c.FailNow()
	}, time.Minute, time.Second)
}

// What is not liked is overwritten by the next try.
func TestEventuallyOverwrites(t *testing.T) {
	var resp *http.Response
	assert.Eventually(t, func() bool {
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
	assert.Regexp(t, "refused", err)
}
