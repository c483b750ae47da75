// gomega: an expectation that fails ends the test.
package p

import (
	"io"
	"net/http"
	"testing"

	. "github.com/onsi/gomega"
)

func TestCloses(t *testing.T) {
	RegisterTestingT(t)
	resp, err := http.Get("http://127.0.0.1:1")
	Expect(err).ToNot(HaveOccurred())
	defer resp.Body.Close()
	Expect(resp.StatusCode).To(Equal(http.StatusOK))
}

func TestForgets(t *testing.T) {
	g := NewWithT(t)
	resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(resp).To(HaveHTTPStatus(http.StatusOK))
}

func TestSucceeds(t *testing.T) {
	g := NewWithT(t)
	resp, err := http.Get("http://127.0.0.1:1")
	g.Expect(err).To(Succeed())
	defer resp.Body.Close()
}

func TestRefused(t *testing.T) {
	g := NewWithT(t)
	resp, err := http.Get("http://127.0.0.1:1")
	g.Expect(err).To(MatchError("refused"))
	_ = resp
}

func TestRefusedIsTrue(t *testing.T) {
	g := NewWithT(t)
	resp, err := http.Get("http://127.0.0.1:1")
	g.Expect(err != nil).To(BeTrue())
	_ = resp
}

func TestRefusedIsFalse(t *testing.T) {
	g := NewWithT(t)
	resp, err := http.Get("http://127.0.0.1:1")
	g.Expect(err == nil).To(BeFalse())
	_ = resp
}

func TestEventuallyForgets(t *testing.T) {
	g := NewWithT(t)
	g.Eventually(func() int {
		resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
		if err != nil {
			return 0
		}
		return resp.StatusCode
	}).Should(Equal(http.StatusOK))
}

func TestLast(t *testing.T) {
	RegisterTestingT(t)
	var resp *http.Response
	Eventually(func() error {
		var err error
		resp, err = http.Get("http://127.0.0.1:1") // want `never-closed`
		return err
	}).Should(Succeed())
	Expect(resp.StatusCode).To(Equal(http.StatusOK))
}

// The body is closed where an expectation fails.
func TestFailHandler(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	if err != nil {
		t.Fatal(err)
	}
	RegisterFailHandler(func(message string, callerSkip ...int) {
		resp.Body.Close()
		t.Fatal(message)
	})
}

func TestReads(t *testing.T) {
	g := NewWithT(t)
	resp, err := http.Get("http://127.0.0.1:1")
	g.Expect(err).NotTo(HaveOccurred())
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		g.Expect(err).NotTo(HaveOccurred())
		return
	}
	resp.Body.Close()
}

func TestNoResponse(t *testing.T) {
	g := NewWithT(t)
	resp, err := http.Get("http://127.0.0.1:1")
	g.Expect(err).To(MatchError(ContainSubstring("refused")))
	g.Expect(resp).To(BeNil())
}

func TestNil(t *testing.T) {
	g := NewWithT(t)
	resp, _ := http.Get("http://127.0.0.1:1")
	g.Expect(resp).To(BeNil())
}

func TestBody(t *testing.T) {
	g := NewWithT(t)
	resp, err := http.Get("http://127.0.0.1:1")
	g.Expect(err).NotTo(HaveOccurred())
	g.Expect(resp).To(HaveHTTPBody("hello"))
}

func TestSentinel(t *testing.T) {
	g := NewWithT(t)
	_, err := http.Get("http://127.0.0.1:1")
	g.Expect(err).To(Equal(http.ErrServerClosed))
}

func TestNotNil(t *testing.T) {
	g := NewWithT(t)
	_, err := http.Get("http://127.0.0.1:1")
	g.Expect(err).To(Not(BeNil()))
}

func TestConsistentlyForgets(t *testing.T) {
	RegisterTestingT(t)
	var resp *http.Response
	Consistently(func() error {
		var err error
		resp, err = http.Get("http://127.0.0.1:1") // want `never-closed`
		return err
	}).Should(Succeed())
	Expect(resp.StatusCode).To(Equal(http.StatusOK))
}

// What is not liked is overwritten by the next try.
func TestEventuallyOverwrites(t *testing.T) {
	RegisterTestingT(t)
	var resp *http.Response
	Eventually(func() bool {
		var err error
		resp, err = http.Get("http://127.0.0.1:1") // want `overwritten-response`
		return err == nil && resp.StatusCode == http.StatusOK
	}).Should(BeTrue())
	resp.Body.Close()
}
