// A method or helper that stores a reader of the body in its receiver or argument: the body is lost where that variable ends.
package readers

import (
	"bufio"
	"io"
	"net/http"
)

type comb struct {
	in   io.Reader
	body io.Closer
}

func newComb(r io.Reader) *comb {
	c := &comb{}
	c.turnTo(r)
	return c
}

func (c *comb) turnTo(r io.Reader)         { c.in = bufio.NewReader(r) }
func (c *comb) turnLater(r io.Reader)      { c.turnTo(r) }
func (c *comb) turnAll(r io.ReadCloser)    { c.in, c.body = bufio.NewReader(r), r }
func (c *comb) read() ([]byte, error)      { return io.ReadAll(c.in) }
func prepare(c *comb, r io.Reader)         { c.in = io.LimitReader(r, 1<<10) }
func withComb(use func(*comb) error) error { return use(&comb{}) }

var sharedComb *comb

func byMethod(u string) ([]byte, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return nil, err
	}
	var c comb
	c.turnLater(resp.Body)
	return c.read()
}

func byMaker(u string) ([]byte, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return newComb(resp.Body).read()
}

func byHelper(u string) ([]byte, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return nil, err
	}
	c := comb{}
	prepare(&c, resp.Body)
	return c.read()
}

func closedBeside(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return newComb(resp.Body).read()
}

// The variable outlives the function.
func combReturned(u string) (*comb, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	c := &comb{}
	c.turnTo(resp.Body)
	return c, nil
}

func combOfCaller(u string, c *comb) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	c.turnLater(resp.Body)
	return nil
}

func combOfPackage(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	sharedComb.turnTo(resp.Body)
	return nil
}

func combPassedOn(u string, keep func(*comb)) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	c := &comb{}
	c.turnTo(resp.Body)
	keep(c)
	return nil
}

func combOfLiteral(u string) error {
	return withComb(func(c *comb) error {
		resp, err := http.Get(u)
		if err != nil {
			return err
		}
		c.turnTo(resp.Body)
		return nil
	})
}

// The body itself is stored too.
func bodyStored(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	c := &comb{}
	c.turnAll(resp.Body)
	defer c.body.Close()
	return c.read()
}

// What a helper gives to a literal comes from elsewhere.
func bodyOfLiteral(u string) error {
	return withComb(func(c *comb) error {
		resp, err := http.Get(u)
		if err != nil {
			return err
		}
		c.body = resp.Body
		return nil
	})
}
