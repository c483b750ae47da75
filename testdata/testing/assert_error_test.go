package p

// An assertion that fails does not end the test, but the test has failed: the response of an unexpected success is of no interest.
import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestDiscarded(t *testing.T) {
	_, err := http.Get("http://x")
	assert.Error(t, err)
}

func TestKept(t *testing.T) {
	resp, err := http.Get("http://x")
	assert.Error(t, err)
	_ = resp
}

func TestExpected(t *testing.T) {
	resp, err := http.Get("http://x") // want `never-closed`
	assert.NoError(t, err)
	_ = resp
}
