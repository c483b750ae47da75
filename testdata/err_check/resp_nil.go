// Tests of the response itself.
package p

import (
	"errors"
	"fmt"
	"io"
	"net/http"
)

func deferIfNotNil(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if resp != nil {
		defer resp.Body.Close()
	}
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func deferIfBodyNotNil(req *http.Request) error {
	resp, err := http.DefaultClient.Do(req)
	if resp != nil && resp.Body != nil {
		defer func() { _ = resp.Body.Close() }()
	}
	return err
}

func returnIfNil(link string) int {
	resp, _ := http.Get(link)
	if resp == nil {
		return -1
	}
	resp.Body.Close()
	return resp.StatusCode
}

func notNilButOpen(link string) int {
	resp, _ := http.Get(link) // want `never-closed`
	if resp != nil {
		return resp.StatusCode // via `returns with the body open`
	}
	return -1
}

// The answer of a failed request is closed, just in case; the answer of a good one is not.
func wrongArm(link string) (int, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		if resp != nil {
			resp.Body.Close()
		}
		return 0, err
	}
	return resp.StatusCode, nil
}

func bothArms(link string) (int, error) {
	resp, err := http.Get(link)
	if err != nil {
		if resp != nil {
			resp.Body.Close()
		}
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func errOrNilResp(link string) error {
	resp, err := http.Get(link)
	if err != nil || resp == nil {
		return errors.Join(err, errors.New("no answer"))
	}
	defer resp.Body.Close()
	return nil
}

// The third operand is no proof that there is no body.
func threeOperands(link string) error {
	resp, err := http.Get(link)                             // want `leaks-on-path`
	if err != nil || resp == nil || resp.StatusCode > 299 { // via `when this is true`
		return fmt.Errorf("bad answer: %v", err) // via `returns with the body open`
	}
	defer resp.Body.Close()
	return nil
}

func threeOperandsGuarded(link string) error {
	resp, err := http.Get(link)
	if err != nil || resp.StatusCode > 299 {
		if err == nil {
			resp.Body.Close()
		}
		return fmt.Errorf("bad answer: %v", err)
	}
	defer resp.Body.Close()
	return nil
}

// An empty body needs no close where the test shows that it is empty.
func emptyBody(link string) (string, error) {
	resp, err := http.Get(link)
	if err != nil {
		return "", err
	}
	if resp.Body == nil || resp.Body == http.NoBody {
		return "", nil
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	return string(text), err
}

// A length of zero is said by the header, it says nothing about the body.
func zeroLength(link string) (string, error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return "", err
	}
	if resp.ContentLength == 0 { // via `when this is true`
		return "", nil // via `returns with the body open`
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	return string(text), err
}
