package p

import (
	"net/http"

	. "github.com/onsi/ginkgo/v2"
	. "github.com/onsi/gomega"
)

var _ = Describe("hooks in any order", func() {
	var resp *http.Response
	AfterEach(func() { resp.Body.Close() })
	It("looks", func() { Expect(resp.StatusCode).To(Equal(200)) })
	BeforeEach(func() {
		var err error
		resp, err = http.Get("http://127.0.0.1:1")
		Expect(err).NotTo(HaveOccurred())
	})
})

var _ = Describe("hooks around inner containers", func() {
	var resp *http.Response
	JustAfterEach(func() { Expect(resp.StatusCode).To(Equal(200)) })
	AfterEach(func() { resp.Body.Close() })
	Context("one", func() {
		Context("deep", func() {
			Context("deeper", func() {
				BeforeEach(func() { resp, _ = http.Get("http://127.0.0.1:1/one") })
				It("looks", func() {})
			})
		})
	})
	Context("other", func() {
		BeforeEach(func() { resp, _ = http.Get("http://127.0.0.1:1/other") })
		It("looks", func() {})
	})
})

// Each test runs for itself, with a response of its own.
var _ = Describe("one of two tests closes", func() {
	var resp *http.Response
	BeforeEach(func() {
		resp, _ = http.Get("http://127.0.0.1:1") // want `leaks-on-path`
	})
	It("closes", func() { resp.Body.Close() })
	It("does not", func() { Expect(resp).NotTo(BeNil()) })
})

var _ = Describe("each test fills it", func() {
	var resp *http.Response
	AfterEach(func() { resp.Body.Close() })
	It("gets", func() { resp, _ = http.Get("http://127.0.0.1:1") })
	It("posts", func() { resp, _ = http.Post("http://127.0.0.1:1", "text/plain", nil) })
})

var _ = Describe("an inner hook fills it again", func() {
	var resp *http.Response
	BeforeEach(func() {
		resp, _ = http.Get("http://127.0.0.1:1/outer") // want `never-closed`
	})
	Context("inner", func() {
		BeforeEach(func() {
			resp, _ = http.Get("http://127.0.0.1:1/inner")
		})
		AfterEach(func() { resp.Body.Close() })
		It("looks", func() {})
	})
})

// Tests of an ordered container run one after the other.
var _ = Describe("in order", Ordered, func() {
	var resp *http.Response
	BeforeAll(func() { resp, _ = http.Get("http://127.0.0.1:1") })
	It("looks", func() { Expect(resp.StatusCode).To(Equal(200)) })
	It("closes", func() { resp.Body.Close() })
})
