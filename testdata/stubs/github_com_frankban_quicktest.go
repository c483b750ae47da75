// quicktest: a checker says what it demands, and a failed assertion of either kind fails the test.
package p

import (
	"net/http"
	"testing"

	qt "github.com/frankban/quicktest"
)

func TestCloses(t *testing.T) {
	c := qt.New(t)
	resp, err := http.Get("http://127.0.0.1:1")
	c.Assert(err, qt.IsNil)
	defer resp.Body.Close()
	c.Check(resp.StatusCode, qt.Equals, http.StatusOK)
}

func TestForgets(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	qt.Assert(t, err, qt.IsNil)
	qt.Check(t, resp.StatusCode, qt.Equals, http.StatusOK)
}

func TestRefused(t *testing.T) {
	c := qt.New(t)
	_, err := http.Get("http://127.0.0.1:1")
	c.Assert(err, qt.IsNotNil)
}

func TestRefusedTwice(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	qt.Check(t, err, qt.Not(qt.IsNil))
}

func TestPattern(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	qt.Assert(t, err, qt.ErrorMatches, ".*refused.*")
}

// No error matches the pattern: there may be none.
func TestNotPattern(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1") // want `discarded-response`
	qt.Assert(t, err, qt.Not(qt.ErrorMatches), ".*refused.*")
}

func TestTrue(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	qt.Assert(t, err == nil, qt.IsFalse)
}

func TestMarks(t *testing.T) {
	c := qt.New(t)
	resp, err := http.Get("http://127.0.0.1:1")
	if !c.Check(err, qt.IsNil) {
		return
	}
	resp.Body.Close()
}

func TestFails(t *testing.T) {
	c := qt.New(t)
	_, err := http.Get("http://127.0.0.1:1")
	if err == nil {
		c.Errorf("no error")
	}
}

func TestCleansUp(t *testing.T) {
	c := qt.New(t)
	resp, err := http.Get("http://127.0.0.1:1")
	c.Assert(err, qt.IsNil)
	c.Defer(func() { resp.Body.Close() })
}

func TestSub(t *testing.T) {
	c := qt.New(t)
	c.Run("forgets", func(c *qt.C) {
		resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
		c.Assert(err, qt.IsNil)
		c.Assert(resp.StatusCode, qt.Equals, http.StatusOK)
	})
}

func TestLast(t *testing.T) {
	c := qt.New(t)
	var resp *http.Response
	c.Run("asks", func(c *qt.C) {
		var err error
		resp, err = http.Get("http://127.0.0.1:1") // want `never-closed`
		c.Assert(err, qt.IsNil)
	})
	t.Log(resp.Status)
}
