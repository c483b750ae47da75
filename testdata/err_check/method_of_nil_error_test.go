package p

// SPEC decision: err.Error() panics when err is nil, so the path that has a response ends here.
import (
	"net/http"
	"strings"
	"testing"
)

func TestRefused(t *testing.T) {
	_, err := http.Get("http://x")
	if !strings.Contains(err.Error(), "refused") {
		t.Error("other error")
	}
}
