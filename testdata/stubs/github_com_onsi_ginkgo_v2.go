// ginkgo: the functions of a container and of a node are called, and Fail ends the one that runs.
package p

import (
	"net/http"

	. "github.com/onsi/ginkgo/v2"
	. "github.com/onsi/gomega"
)

var _ = Describe("the server", func() {
	var resp *http.Response

	BeforeEach(func() {
		var err error
		resp, err = http.Get("http://127.0.0.1:1")
		Expect(err).NotTo(HaveOccurred())
	})

	AfterEach(func() { resp.Body.Close() })

	It("answers", func() {
		Expect(resp.StatusCode).To(Equal(http.StatusOK))
	})

	It("answers again", func() {
		resp, err := http.Get("http://127.0.0.1:1") // want `never-closed`
		Expect(err).NotTo(HaveOccurred())
		Expect(resp.StatusCode).To(Equal(http.StatusOK))
	})

	It("is asked in a step", func() {
		var resp *http.Response
		By("asking", func() {
			var err error
			resp, err = http.Get("http://127.0.0.1:1") // want `never-closed`
			Expect(err).NotTo(HaveOccurred())
		})
		Expect(resp.StatusCode).To(Equal(http.StatusOK))
	})
})

func expectOK(link string) {
	resp, err := http.Get(link)
	if err != nil {
		Fail(err.Error())
	}
	if resp.StatusCode == http.StatusOK {
		resp.Body.Close()
		return
	}
	Fail(resp.Status)
}

// What is cleaned up at the end is closed at the end.
func status(link string) int {
	resp, err := http.Get(link)
	Expect(err).NotTo(HaveOccurred())
	DeferCleanup(func() { resp.Body.Close() })
	return resp.StatusCode
}

// The entry of a table has the response until the tree of tests is built.
func entry(link string) TableEntry {
	resp, err := http.Get(link)
	if err != nil {
		Skip(err.Error())
	}
	return Entry("a body", resp)
}

var _ = Describe("hooks that forget", func() {
	var before, late, after *http.Response
	BeforeEach(func() {
		before, _ = http.Get("http://127.0.0.1:1") // want `never-closed`
	})
	JustBeforeEach(func() {
		late, _ = http.Get("http://127.0.0.1:1") // want `never-closed`
	})
	JustAfterEach(func() {
		after, _ = http.Get("http://127.0.0.1:1") // want `never-closed`
	})
	It("looks", func() {
		Expect(before.StatusCode).To(Equal(late.StatusCode))
	})
	AfterEach(func() { Expect(after).NotTo(BeNil()) })
})

func skipsWhatItHolds(link string) {
	resp, err := http.Get(link)
	Expect(err).NotTo(HaveOccurred())
	if resp.StatusCode == http.StatusOK {
		resp.Body.Close()
		return
	}
	Skip(resp.Status)
}
