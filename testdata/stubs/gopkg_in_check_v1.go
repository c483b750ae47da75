// check: a checker says what it demands, and a failed assertion of either kind fails the test.
package p

import (
	"net/http"

	. "gopkg.in/check.v1"
)

type suite struct{}

func (s *suite) TestCloses(c *C) {
	resp, err := http.Get("http://127.0.0.1:1")
	c.Assert(err, IsNil)
	defer resp.Body.Close()
	c.Check(resp.StatusCode, Equals, http.StatusOK)
}

func (s *suite) TestForgets(c *C) {
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	c.Assert(err, IsNil)
	c.Assert(resp.StatusCode, Equals, http.StatusOK)
}

func (s *suite) TestRefused(c *C) {
	_, err := http.Get("http://127.0.0.1:1")
	c.Assert(err, NotNil)
}

func (s *suite) TestRefusedTwice(c *C) {
	_, err := http.Get("http://127.0.0.1:1")
	c.Check(err, Not(IsNil))
}

func (s *suite) TestPattern(c *C) {
	_, err := http.Get("http://127.0.0.1:1")
	c.Assert(err, ErrorMatches, ".*refused.*")
}

// No error matches the pattern: there may be none.
func (s *suite) TestNotPattern(c *C) {
	_, err := http.Get("http://127.0.0.1:1") // want `discarded-response`
	c.Assert(err, Not(ErrorMatches), ".*refused.*")
}

func (s *suite) TestSentinel(c *C) {
	_, err := http.Get("http://127.0.0.1:1")
	c.Assert(err, Equals, http.ErrServerClosed)
}

func (s *suite) TestNotSentinel(c *C) {
	_, err := http.Get("http://127.0.0.1:1") // want `discarded-response`
	c.Assert(err, Not(Equals), http.ErrServerClosed)
}

func (s *suite) TestNoContent(c *C) {
	resp, err := http.Get("http://127.0.0.1:1")
	c.Assert(err, IsNil)
	c.Assert(resp.StatusCode, Equals, http.StatusNoContent)
}

func (s *suite) TestMarks(c *C) {
	resp, err := http.Get("http://127.0.0.1:1")
	if !c.Check(err, IsNil) {
		return
	}
	if !c.Check(resp.StatusCode, Equals, http.StatusOK) {
		return
	}
	resp.Body.Close()
}

func (s *suite) TestFails(c *C) {
	_, err := http.Get("http://127.0.0.1:1")
	if err == nil {
		c.Error("no error")
	}
}

// A test that is skipped has lost its response all the same.
func (s *suite) TestSkips(c *C) {
	_, err := http.Get("http://127.0.0.1:1") // want `discarded-response`
	if err == nil {
		c.Skip("there is a server")
	}
}

func (s *suite) TestHeldUntilSkip(c *C) {
	resp, err := http.Get("http://127.0.0.1:1")
	c.Assert(err, IsNil)
	c.Skip(resp.Status)
}
