package p

// SPEC decision: `_, err :=` is BG003, but the only path that has a response ends the test at once. Very common in tests
// that expect a failure; `resp, err := ..; require.Error(t, err)` is silent already.
import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRefused(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	require.Error(t, err)
}

func TestRefusedFatal(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1")
	if err == nil {
		t.Fatal("expected an error")
	}
}
