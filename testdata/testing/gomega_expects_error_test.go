package p

// Past Expect(err).To(HaveOccurred()) err is non-nil, so there is no response.
import (
	"net/http"
	"testing"

	. "github.com/onsi/gomega"
)

func TestRefused(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	Expect(err).To(HaveOccurred())
	_ = resp
}

func TestRefusedMatch(t *testing.T) {
	g := NewWithT(t)
	resp, err := http.Get("http://127.0.0.1:1")
	g.Expect(err).To(MatchError("boom"))
	_ = resp
}

func TestRefusedNotNil(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	Expect(err).ToNot(BeNil())
	_ = resp
}
