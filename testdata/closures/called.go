// Function literals: what they close counts when they run.
package p

import (
	"errors"
	"io"
	"net/http"
)

func calledAtOnce(link string) (n int64, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return 0, err
	}
	func() {
		defer resp.Body.Close()
		n, err = io.Copy(io.Discard, resp.Body)
	}()
	return n, err
}

func calledOnEachWay(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	finish := func(result error) error {
		resp.Body.Close()
		return result
	}
	if resp.StatusCode != http.StatusOK {
		return finish(errors.New(resp.Status))
	}
	return finish(nil)
}

func calledOnOneWay(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	finish := func() { resp.Body.Close() }
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return errors.New(resp.Status) // via `returns with the body open`
	}
	finish()
	return nil
}

func neverCalled(link string) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	finish := func() { resp.Body.Close() }
	_ = finish
	return nil // via `returns with the body open`
}

// The literal's own return does not leave the function around it.
func returnInside(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	err = func() error {
		if resp.StatusCode != http.StatusOK {
			return errors.New(resp.Status)
		}
		_, err := io.Copy(io.Discard, resp.Body)
		return err
	}()
	return errors.Join(err, resp.Body.Close())
}

// The close stands behind the inner return.
func returnInsideForgets(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	return func() error {
		if resp.StatusCode != http.StatusOK {
			return errors.New(resp.Status)
		}
		defer resp.Body.Close()
		_, err := io.Copy(io.Discard, resp.Body)
		return err
	}()
}

func parameterClosed(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	shut := func(c io.Closer) error { return c.Close() }
	return shut(resp.Body)
}

func parameterOnlyRead(link string) (string, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return "", err
	}
	text := func(answer *http.Response) (string, error) {
		b, err := io.ReadAll(answer.Body)
		return string(b), err
	}
	return text(resp)
}

// The literal fills the variable of the function around it.
func filledInside(link string) error {
	var resp *http.Response
	ask := func() (err error) {
		resp, err = http.Get(link)
		return err
	}
	if err := ask(); err != nil {
		return err
	}
	return resp.Body.Close()
}

// Whoever gets the returned literal closes the body with it.
func cleanupReturned(link string) (io.Reader, func() error, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, nil, err
	}
	return resp.Body, func() error { return resp.Body.Close() }, nil
}
