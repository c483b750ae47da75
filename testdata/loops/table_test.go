package p

// The first row has wantError false: its response stays open.
import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestDiscarded(t *testing.T) {
	cases := []struct {
		desc      string
		wantError bool
	}{
		{desc: "ok"},
		{desc: "bad", wantError: true},
	}
	for _, test := range cases {
		t.Run(test.desc, func(t *testing.T) {
			_, err := http.Get("http://x") // want `discarded-response`
			if test.wantError {
				require.Error(t, err)
			} else {
				require.NoError(t, err)
			}
		})
	}
}

func TestKept(t *testing.T) {
	cases := map[string]struct{ wantError bool }{"ok": {}, "bad": {true}}
	for name, test := range cases {
		t.Run(name, func(t *testing.T) {
			resp, err := http.Get("http://x") // want `never-closed`
			if test.wantError {
				require.Error(t, err)
				return
			}
			require.NoError(t, err)
			require.Equal(t, 200, resp.StatusCode)
		})
	}
}

func TestNoClosure(t *testing.T) {
	cases := []struct {
		desc      string
		wantError bool
	}{
		{"ok", false},
		{"bad", true},
	}
	for _, test := range cases {
		resp, err := http.Get("http://x") // want `never-closed`
		if test.wantError {
			require.Error(t, err)
			continue
		}
		require.NoError(t, err)
		require.Equal(t, 200, resp.StatusCode)
	}
}
