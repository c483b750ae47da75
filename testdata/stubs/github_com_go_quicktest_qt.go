// qt: a checker holds what it checks, and a failed assertion of either kind fails the test.
package p

import (
	"net/http"
	"testing"

	"github.com/go-quicktest/qt"
)

func TestCloses(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	qt.Assert(t, qt.IsNil(err))
	defer resp.Body.Close()
	qt.Check(t, qt.Equals(resp.StatusCode, http.StatusOK))
}

func TestForgets(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	qt.Assert(t, qt.IsNil(err))
	qt.Check(t, qt.Equals(resp.StatusCode, http.StatusOK))
}

func TestForgetsUnlessNil(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	qt.Assert(t, qt.IsNil(err))
	if err != nil {
		resp.Body.Close()
	}
}

func TestRefused(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	qt.Assert(t, qt.IsNotNil(err))
}

func TestRefusedTwice(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	qt.Check(t, qt.Not(qt.IsNil(err)))
}

func TestPattern(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	qt.Assert(t, qt.ErrorMatches(err, ".*refused.*"))
}

func TestTrue(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	qt.Assert(t, qt.IsTrue(err != nil))
}

func TestMarks(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	if !qt.Check(t, qt.IsNil(err)) {
		return
	}
	if !qt.Check(t, qt.Equals(resp.StatusCode, http.StatusOK)) {
		return
	}
	resp.Body.Close()
}

func TestLast(t *testing.T) {
	var resp *http.Response
	qt.Assert(t, qt.PanicMatches(func() {
		var err error
		resp, err = http.Get("http://127.0.0.1:1") // want `never-closed`
		qt.Assert(t, qt.IsNil(err))
	}, "none"))
	t.Log(resp.Status)
}
