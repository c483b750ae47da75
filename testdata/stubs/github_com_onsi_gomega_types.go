// gomega/types: the Gomega that a helper is given.
package p

import (
	"io"
	"net/http"

	"github.com/onsi/gomega"
	"github.com/onsi/gomega/types"
)

func closes(g types.Gomega, link string) {
	resp, err := http.Get(link)
	g.Expect(err).NotTo(gomega.HaveOccurred())
	defer resp.Body.Close()
	g.Expect(resp.StatusCode).To(gomega.Equal(http.StatusOK))
}

func forgets(g types.Gomega, link string) {
	resp, err := http.Get(link) // want `never-closed`
	g.Expect(err).NotTo(gomega.HaveOccurred())
	g.Expect(resp.StatusCode).To(gomega.Equal(http.StatusOK))
}

func refused(g types.Gomega, link string) {
	resp, err := http.Get(link)
	g.Expect(err).To(gomega.HaveOccurred())
	_ = resp
}

func eventuallyForgets(g types.Gomega, link string) {
	g.Eventually(func() int {
		resp, err := http.Get(link) // want `never-closed`
		if err != nil {
			return 0
		}
		return resp.StatusCode
	}).Should(gomega.Equal(http.StatusOK))
}

func last(g types.Gomega, link string) {
	var resp *http.Response
	g.Eventually(func() error {
		var err error
		resp, err = http.Get(link) // want `never-closed`
		return err
	}).Should(gomega.Succeed())
	g.Expect(resp.StatusCode).To(gomega.Equal(http.StatusOK))
}

func fails(t types.GomegaTestingT, link string) {
	resp, err := http.Get(link)
	if err != nil {
		t.Fatalf("no answer: %v", err)
	}
	if resp.StatusCode == http.StatusOK {
		resp.Body.Close()
		return
	}
	t.Fatalf("status %s", resp.Status)
}

func reads(g types.Gomega, link string) {
	resp, err := http.Get(link)
	g.Expect(err).NotTo(gomega.HaveOccurred())
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		g.Expect(err).NotTo(gomega.HaveOccurred())
		return
	}
	resp.Body.Close()
}

func consistentlyForgets(g types.Gomega, link string) {
	var resp *http.Response
	g.Consistently(func() error {
		var err error
		resp, err = http.Get(link) // want `never-closed`
		return err
	}).Should(gomega.Succeed())
	g.Expect(resp.StatusCode).To(gomega.Equal(http.StatusOK))
}
