// Conditions that are tested twice agree with themselves.
package p

import (
	"errors"
	"io"
	"net/http"
	"os"
)

func sameFlag(link string, remote bool) (err error) {
	var resp *http.Response
	if remote {
		if resp, err = http.Get(link); err != nil {
			return err
		}
	}
	println("working")
	if remote {
		resp.Body.Close()
	}
	return nil
}

func anotherFlag(link string, remote, tidy bool) (err error) {
	var resp *http.Response
	if remote {
		if resp, err = http.Get(link); err != nil { // want `leaks-on-path`
			return err
		}
	}
	if tidy && resp != nil { // via `when this is false`
		resp.Body.Close()
	}
	return nil // via `returns with the body open`
}

// The flag changes between the two tests.
func flagChanges(link string, remote bool) (err error) {
	var resp *http.Response
	if remote {
		if resp, err = http.Get(link); err != nil { // want `leaks-on-path`
			return err
		}
		remote = resp.StatusCode == http.StatusOK
	}
	if remote { // via `when this is false`
		resp.Body.Close()
	}
	return nil
}

func negatedFlag(link string, local bool) (err error) {
	var in io.ReadCloser
	if !local {
		resp, err := http.Get(link)
		if err != nil {
			return err
		}
		in = resp.Body
	}
	if local {
		if in, err = os.Open(link); err != nil {
			return err
		}
	}
	if !local {
		defer in.Close()
	}
	return nil
}

func remembered(link string) error {
	mustClose := false
	var body io.Closer
	if link != "" {
		resp, err := http.Get(link)
		if err != nil {
			return err
		}
		body, mustClose = resp.Body, true
	}
	if mustClose {
		return body.Close()
	}
	return nil
}

func rememberedTooLate(link string) (err error) {
	mustClose := false
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	defer func() {
		if mustClose {
			resp.Body.Close()
		}
	}()
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return errors.New(resp.Status) // via `returns with the body open`
	}
	mustClose = true
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func sameComparison(link, mode string) (err error) {
	var resp *http.Response
	if mode == "fetch" {
		if resp, err = http.Get(link); err != nil {
			return err
		}
	}
	if mode == "fetch" {
		defer resp.Body.Close()
	}
	return nil
}

// The two comparisons ask for different things.
func otherComparison(link, mode string) (err error) {
	var resp *http.Response
	if mode != "dry" {
		if resp, err = http.Get(link); err != nil { // want `leaks-on-path`
			return err
		}
	}
	if mode == "fetch" { // via `when this is false`
		defer resp.Body.Close()
	}
	return nil // via `returns with the body open`
}

func nilMeansNothing(link string, ask bool) (err error) {
	var resp *http.Response
	if ask {
		resp, err = http.Get(link)
	}
	if err != nil {
		return err
	}
	if resp == nil {
		return errors.New("not asked")
	}
	return resp.Body.Close()
}

const debug = false

// The constant says which way is taken.
func constantGuard(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	if debug {
		return errors.New("debugging")
	}
	return resp.Body.Close()
}

func okFlag(link string) (string, bool) {
	resp, err := http.Get(link)
	ok := err == nil && resp != nil
	if !ok {
		return "", false
	}
	defer resp.Body.Close()
	return resp.Status, true
}

// ok says more than that the request went well.
func okFlagMore(link string) (string, bool) {
	resp, err := http.Get(link) // want `leaks-on-path`
	ok := err == nil && resp.StatusCode == http.StatusOK
	if !ok { // via `when this is true`
		return "", false // via `returns with the body open`
	}
	defer resp.Body.Close()
	return resp.Status, true
}

func comparedWithFalse(link string) (string, error) {
	resp, err := http.Get(link)
	failed := err != nil
	if failed == false {
		defer resp.Body.Close()
		return resp.Status, nil
	}
	return "", err
}

func switchOnTrue(link string) (string, error) {
	resp, err := http.Get(link)
	switch true {
	case err != nil:
		return "", err
	default:
		defer resp.Body.Close()
		return resp.Status, nil
	}
}

func switchOnFlag(link string) (string, error) {
	resp, err := http.Get(link)
	switch ok := err == nil; ok {
	case false:
		return "", err
	}
	defer resp.Body.Close()
	return resp.Status, nil
}
