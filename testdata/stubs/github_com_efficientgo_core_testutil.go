// efficientgo/core/testutil: a failed assertion ends the test.
package p

import (
	"io"
	"net/http"
	"strconv"
	"testing"

	"github.com/efficientgo/core/testutil"
)

func leaks(t *testing.T, link string) {
	resp, err := http.Get(link) // want `never-closed`
	testutil.Ok(t, err)
	testutil.Equals(t, 200, resp.StatusCode)
}

func expectsError(t *testing.T, link string) {
	_, err := http.Get(link)
	testutil.NotOk(t, err)
}

func expectsNone(t *testing.T, link string) {
	resp, err := http.Get(link)
	testutil.Ok(t, err)
	defer resp.Body.Close()
}

func nothingComes(t *testing.T, link string) {
	resp, _ := http.Get(link)
	testutil.Assert(t, resp == nil)
}

func expectsEnd(t *testing.T, link string) {
	_, err := http.Get(link)
	testutil.Equals(t, io.EOF, err)
}

// The second test cannot be true.
func looksTwice(t *testing.T, link string) {
	resp, err := http.Get(link)
	testutil.Ok(t, err)
	_, err = strconv.Atoi(resp.Header.Get("Age"))
	testutil.Ok(t, err)
	if err != nil {
		return
	}
	resp.Body.Close()
}
