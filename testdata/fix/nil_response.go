// Where the response can be nil without an error: no edit closes a nil response.
package fixes

import (
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
)

// The author expects nil below, and the edit goes into the block.
func askedBelow(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req) // want `never-closed`
	if err != nil {
		return err
	}
	if resp != nil {
		fmt.Println(resp.Status)
	}
	return nil
}

// Used after the test as well.
func askedAndUsed(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req) // want `never-closed`
	if err != nil {
		return err
	}
	if resp != nil {
		fmt.Println(resp.Status)
	}
	return describe(resp)
}

func describe(resp *http.Response) error {
	if resp == nil {
		return errors.New("no response")
	}
	return errors.New(resp.Status)
}

// Behind the second check it is there.
func checkedTwice(c *http.Client, req *http.Request) (int, error) {
	resp, err := c.Do(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	if resp == nil {
		return 0, errors.New("no response")
	}
	return resp.StatusCode, nil
}

// Nothing and no error for an empty address.
func fetchIfNamed(u string) (*http.Response, error) {
	if u == "" {
		return nil, nil
	}
	return http.Get(u)
}

func oneCallUp(u string) error {
	resp, err := fetchIfNamed(u) // want `never-closed`
	if err != nil {
		return err
	}
	log.Print("asked")
	if u != "" {
		_, err = io.Copy(io.Discard, resp.Body)
	}
	return err
}

func refetched(u string) (*http.Response, error) { return fetchIfNamed(u) }

func twoCallsUp(u string) error {
	resp, err := refetched(u) // want `never-closed`
	if err != nil {
		return err
	}
	log.Print("asked")
	if u != "" {
		_, err = io.Copy(io.Discard, resp.Body)
	}
	return err
}

type source interface {
	fetch(u string) (*http.Response, error)
}

type remote struct{}

func (remote) fetch(u string) (*http.Response, error) { return http.Get(u) }

type empty struct{}

func (empty) fetch(string) (*http.Response, error) { return nil, nil }

func oneOfTwo(s source, u string) error {
	resp, err := s.fetch(u) // want `never-closed`
	if err != nil {
		return err
	}
	log.Print("asked")
	if u != "" {
		_, err = io.Copy(io.Discard, resp.Body)
	}
	return err
}

// Always with an error, so the check is enough.
func fetchOrFail(u string) (*http.Response, error) {
	if u == "" {
		return nil, errors.New("no address")
	}
	return http.Get(u)
}

func failing(u string) error {
	resp, err := fetchOrFail(u) // want `never-closed`
	if err != nil {
		return err
	}
	log.Print("asked")
	if u != "" {
		_, err = io.Copy(io.Discard, resp.Body)
	}
	return err
}

func errorDropped(u string) {
	resp, _ := http.Get(u) // want `never-closed`
	fmt.Println(resp.Status)
}

func errorDroppedButAsked(u string) {
	resp, _ := http.Get(u) // want `never-closed`
	if resp != nil {
		fmt.Println(resp.Status)
	}
}

// Printing is no check.
func errorPrinted(u string) {
	resp, err := http.Get(u) // want `never-closed`
	log.Println(err)
	fmt.Println(resp.Status)
}

func someErrorsPass(u string) error {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil && err != io.ErrUnexpectedEOF {
		return err
	}
	fmt.Println(resp.Status)
	return nil
}

// The test after it would be the second one.
func checkDoesNotLeave(u string) (code int) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		log.Print(err)
	}
	if err == nil {
		code = resp.StatusCode
	}
	return
}

// Nil would have panicked before.
func readBefore(u string) (*http.Response, error) {
	resp, err := fetchIfNamed(u) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	fmt.Println(resp.Status)
	if u == "http://localhost" {
		return nil, errors.New("not here")
	}
	return resp, nil
}

func discardedMaybe(u string) {
	fetchIfNamed(u) // want `discarded-response`
}
