package p

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var errGone = errors.New("gone")

// Once the test has failed, nothing is owed.
func TestMarked(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	if err != nil {
		t.Error(err)
		return
	}
	if resp.StatusCode != http.StatusOK {
		t.Errorf("status %d", resp.StatusCode)
		return
	}
	if resp.Header.Get("Etag") == "" {
		t.Fail()
		return
	}
	resp.Body.Close()
}

func TestLostIfMarked(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	if err == nil {
		t.Error("no error")
	}
}

// A log is no failure.
func TestLostIfLogged(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1") // want `discarded-response`
	if err == nil {
		t.Log("no error")
	}
}

func TestLostIfSkipped(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1") // want `discarded-response`
	if err == nil {
		t.Skip("there is a server")
	}
}

func TestEqualToSentinel(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	assert.Equal(t, errGone, err)
}

func TestEqualToLocal(t *testing.T) {
	want := errors.New("gone")
	_, err := http.Get("http://127.0.0.1:1")
	require.Exactly(t, want, err)
}

func TestEqualToNil(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1") // want `discarded-response`
	require.Equal(t, nil, err)
}

func TestNotEqualToNil(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	require.NotEqual(t, nil, err)
}

// There are other errors, and none.
func TestNotEqualToSentinel(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1") // want `discarded-response`
	require.NotEqual(t, errGone, err)
}

func TestEqualToUnknown(t *testing.T) {
	for _, want := range []error{nil, errGone} {
		_, err := http.Get("http://127.0.0.1:1") // want `discarded-response`
		require.Equal(t, want, err)
	}
}

// What an assertion has shown holds after it.
func TestEqualTwice(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	require.NoError(t, err)
	require.Equal(t, http.StatusOK, resp.StatusCode)
	if resp.StatusCode != http.StatusOK {
		return
	}
	resp.Body.Close()
}

func listen(t *testing.T, h http.Handler) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

// The handler may have run: the flag is not known to be false.
func TestFlag(t *testing.T) {
	asked := false
	link := listen(t, http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked = true }))
	_, err := http.Get(link) // want `discarded-response`
	require.NoError(t, err)
	if !asked {
		t.Fatal("not asked")
	}
}

// A flag that no handler sets stays as it is.
func TestOwnFlag(t *testing.T) {
	asked := false
	link := listen(t, http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	_, err := http.Get(link)
	require.NoError(t, err)
	if !asked {
		t.Fatal("not asked")
	}
}
