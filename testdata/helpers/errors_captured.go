// Helpers that close and keep the error of it.
package p

import (
	"errors"
	"io"
	"log"
	"net/http"
)

func capture(err *error, do func() error) {
	if doErr := do(); doErr != nil && *err == nil {
		*err = doErr
	}
}

func closeWith(err *error, c io.Closer) {
	*err = errors.Join(*err, c.Close())
}

// Only names the closer.
func describe(c io.Closer) string {
	if c == nil {
		return "none"
	}
	return "some"
}

type cleanup struct{ todo []func() }

func (c *cleanup) add(f func()) { c.todo = append(c.todo, f) }

func (c *cleanup) run() {
	for _, f := range c.todo {
		f()
	}
}

func captured(link string) (err error) {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer capture(&err, resp.Body.Close)
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func closedWith(link string) (err error) {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer closeWith(&err, resp.Body)
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func capturedLiteral(link string) (err error) {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer capture(&err, func() error { return resp.Body.Close() })
	return nil
}

func capturedTooLate(link string) (err error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.ContentLength > 1<<20 { // via `when this is true`
		return errors.New("too large") // via `returns with the body open`
	}
	defer capture(&err, resp.Body.Close)
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func described(link string) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	log.Print(describe(resp.Body))
	return nil
}

// The stack of clean-up functions is run by this function.
func stacked(link string) error {
	var c cleanup
	defer c.run()
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	c.add(func() { resp.Body.Close() })
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// The function is called as an argument of another call.
func asArgument(link string) {
	resp, err := http.Get(link)
	if err != nil {
		log.Print(err)
		return
	}
	log.Print(resp.Status, resp.Body.Close())
}

func chosenHelper(link string, quick bool) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	finish := closeQuick
	if !quick {
		finish = closeSlow
	}
	return finish(resp)
}

func closeQuick(resp *http.Response) error { return resp.Body.Close() }

func closeSlow(resp *http.Response) error {
	_, err := io.Copy(io.Discard, resp.Body)
	return errors.Join(err, resp.Body.Close())
}
