// Deferred closes in loops: late, but each body is closed at the end of the function (BG005, off by default).
package p

import (
	"io"
	"net/http"
)

func eachDeferred(links []string) error {
	for _, link := range links {
		resp, err := http.Get(link) // want `defer-in-loop`
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if _, err := io.Copy(io.Discard, resp.Body); err != nil {
			return err
		}
	}
	return nil
}

func ownFunctionPerRound(links []string) error {
	for _, link := range links {
		if err := func() error {
			resp, err := http.Get(link)
			if err != nil {
				return err
			}
			defer resp.Body.Close()
			_, err = io.Copy(io.Discard, resp.Body)
			return err
		}(); err != nil {
			return err
		}
	}
	return nil
}

// The loop ends right after the defer.
func firstGood(links []string) error {
	for _, link := range links {
		resp, err := http.Get(link)
		if err != nil {
			continue
		}
		defer resp.Body.Close()
		_, err = io.Copy(io.Discard, resp.Body)
		return err
	}
	return io.EOF
}

// All literals share one variable and close the last body again and again.
func sharedVariable(links []string) (err error) {
	var resp *http.Response
	for _, link := range links {
		if resp, err = http.Get(link); err != nil { // want `overwritten-response` // via `the next iteration overwrites it`
			return err
		}
		defer func() {
			if resp != nil {
				resp.Body.Close()
			}
		}()
	}
	return nil
}

func variablePerRound(links []string) error {
	for _, link := range links {
		resp, err := http.Get(link) // want `defer-in-loop`
		if err != nil {
			return err
		}
		defer func() {
			resp.Body.Close()
		}()
	}
	return nil
}

// The defer sits in the loop, but behind a check that skips it.
func skippedDefer(links []string) error {
	for _, link := range links {
		resp, err := http.Get(link) // want `overwritten-response` // via `the next iteration overwrites it`
		if err != nil {
			return err
		}
		if resp.StatusCode != http.StatusOK { // via `when this is true`
			continue
		}
		defer resp.Body.Close()
	}
	return nil
}

// Each deferred literal has a body of its own, and looks at the error of its Close.
func eachInLiteral(links []string) (failed int) {
	for _, link := range links {
		resp, err := http.Get(link) // want `defer-in-loop`
		if err != nil {
			failed++
			continue
		}
		defer func(body io.Closer) {
			if err := body.Close(); err != nil {
				failed++
			}
		}(resp.Body)
		if resp.StatusCode != http.StatusOK {
			continue
		}
		println(resp.Status)
	}
	return failed
}

// The literal closes on one of its branches.
func eachInLiteralWithBranch(links []string, isQuiet bool) {
	for _, link := range links {
		resp, err := http.Get(link) // want `leaks-on-path`
		if err != nil {
			continue
		}
		defer func(resp *http.Response) {
			if isQuiet {
				return
			}
			resp.Body.Close()
		}(resp)
	}
}

// The deferred literal mentions a variable that each iteration makes anew; it reads only.
func eachReadAtTheEnd(links []string) {
	for _, link := range links {
		resp, err := http.Get(link) // want `never-closed`
		if err != nil {
			continue
		}
		defer func() { println(resp.Status) }()
	}
}
