package p

// An assertion shows that there is nothing to close.
import (
	"io"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNoBody(t *testing.T) {
	resp, err := http.Get("http://localhost/")
	require.NoError(t, err)
	require.Equal(t, http.NoBody, resp.Body)
}

func TestNoBodyOrSome(t *testing.T) {
	for _, wanted := range []string{"", "x"} {
		resp, err := http.Get("http://localhost/" + wanted)
		require.NoError(t, err)
		if wanted == "" {
			require.New(t).Equal(http.NoBody, resp.Body)
			continue
		}
		defer resp.Body.Close()
		text, err := io.ReadAll(resp.Body)
		require.NoError(t, err)
		assert.Equal(t, wanted, string(text))
	}
}

func TestSomeBody(t *testing.T) {
	resp, err := http.Get("http://localhost/") // want `never-closed`
	require.NoError(t, err)
	require.NotNil(t, resp.Body)
	assert.Equal(t, http.StatusOK, resp.StatusCode)
}
