// What a defer runs, and what it has looked at when it was written.
package p

import (
	"errors"
	"io"
	"log"
	"net/http"
	"sync"
)

func closeQuietly(c io.Closer) {
	if err := c.Close(); err != nil {
		log.Print(err)
	}
}

func deferHelper(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer closeQuietly(resp.Body)
	return nil
}

func deferLiteralWithArgument(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer func(body io.ReadCloser) {
		if err := body.Close(); err != nil {
			log.Print(err)
		}
	}(resp.Body)
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// The literal takes the body and drops it.
func deferLiteralOnlyDrains(link string) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	defer func(body io.Reader) {
		io.Copy(io.Discard, body)
	}(resp.Body)
	return nil
}

func deferMethodValue(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	done := resp.Body.Close
	defer done()
	return nil
}

func deferOnceFunc(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	finish := sync.OnceFunc(func() { resp.Body.Close() })
	defer finish()
	if resp.StatusCode != http.StatusOK {
		finish()
		return errors.New(resp.Status)
	}
	return nil
}

// The method is evaluated and never called.
func methodValueUnused(link string) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	done := resp.Body.Close
	if done == nil {
		return io.EOF
	}
	return nil
}

func deferTooLate(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.Header.Get("Content-Type") == "" { // via `when this is true`
		return errors.New("no content type") // via `returns with the body open`
	}
	defer func() {
		resp.Body.Close()
	}()
	return nil
}

func deferInBranch(link string, keep bool) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if !keep {
		defer resp.Body.Close()
	}
	return nil // via `returns with the body open`
}

// The deferred literal closes only what went wrong.
func deferClosesOnError(link string) (n int64, err error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	defer func() {
		if err != nil {
			resp.Body.Close()
		}
	}()
	return io.Copy(io.Discard, resp.Body)
}

// Only the response of a failed request would be closed there.
func deferGuardedByNil(link string) error {
	resp, err := http.Get(link)
	defer func() {
		if resp != nil {
			resp.Body.Close()
		}
	}()
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func deferInsideDefer(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer func() {
		defer resp.Body.Close()
		io.Copy(io.Discard, resp.Body)
	}()
	return nil
}

// The first close runs last; the second one does not matter.
func deferTwice(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	defer log.Print("done with ", link)
	return nil
}
