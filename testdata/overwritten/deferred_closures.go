// A deferred closure closes what its variable holds when the function returns, which is the last response.
package p

import (
	"io"
	"net/http"
)

func reused(u, v string) error {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil { // via `when this is false`
		return err
	}
	defer func() { resp.Body.Close() }() // via `this deferred closure closes`
	println(resp.Status)
	resp, err = http.Get(v) // via `overwritten here`
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

func reusedOnOnePath(u, v string) error {
	resp, err := http.Get(u) // want `overwritten-response`
	if err != nil {
		return err
	}
	shut := func() {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
	defer shut() // via `this deferred closure closes`
	if resp.StatusCode == http.StatusServiceUnavailable { // via `when this is true`
		resp, err = http.Get(v) // via `overwritten here`
		if err != nil {
			return err
		}
	}
	println(resp.Status)
	return nil
}

func inEachRound(list []string) error {
	var resp *http.Response
	var err error
	for _, u := range list {
		resp, err = http.Get(u) // want `overwritten-response` // via `the next iteration overwrites it`
		if err != nil {
			return err
		}
		defer func() { resp.Body.Close() }() // via `this deferred closure closes`
		println(resp.Status)
	}
	return nil
}

func beforeTheLoop(list []string) (err error) {
	var resp *http.Response
	defer func() { // via `this deferred closure closes`
		if resp != nil {
			closeBody(resp)
		}
	}()
	for _, u := range list {
		resp, err = http.Get(u) // want `overwritten-response` // via `the next iteration overwrites it`
		if err != nil {
			return err
		}
		println(resp.Status)
	}
	return nil
}

func closeBody(resp *http.Response) { resp.Body.Close() }

// What is passed is evaluated at once.
func passed(u, v string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer func(c io.Closer) { c.Close() }(resp.Body)
	println(resp.Status)
	resp, err = http.Get(v)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	println(resp.Status)
	return nil
}

func closedBefore(u, v string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer func() { resp.Body.Close() }()
	resp.Body.Close()
	resp, err = http.Get(v)
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

func ofEachRound(list []string) error {
	for _, u := range list {
		resp, err := http.Get(u)
		if err != nil {
			return err
		}
		defer func() { resp.Body.Close() }()
		println(resp.Status)
	}
	return nil
}
