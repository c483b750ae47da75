package p

import "net/http"

type client struct{ hc *http.Client }

func (c *client) get(link string) (*http.Response, error) { return c.hc.Get(link) }

func closures(c *client, link string) (n int, err error) {
	ask := c.get
	expr := (*client).get
	var resp *http.Response
	load := func(path string) error {
		resp, err = ask(link + path)
		n++
		return err
	}
	if err := load("/a"); err != nil {
		return 0, err
	}
	defer func() { resp.Body.Close() }()
	other, err := expr(c, link)
	if err != nil {
		return n, err
	}
	return n, func() error { return other.Body.Close() }()
}
