// Helpers that take the response: some close it, some do so on one way, some only look.
package p

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
)

func drain(body io.ReadCloser) {
	io.Copy(io.Discard, body)
	body.Close()
}

func drainOnly(body io.Reader) { io.Copy(io.Discard, body) }

func closeResponse(resp *http.Response) {
	if resp == nil || resp.Body == nil {
		return
	}
	if err := resp.Body.Close(); err != nil {
		log.Print(err)
	}
}

func closeAll(closers ...io.Closer) {
	for _, c := range closers {
		c.Close()
	}
}

// Closes the body when it reports an error, and leaves it open when all is well.
func checkStatus(resp *http.Response) error {
	if resp.StatusCode < 400 {
		return nil
	}
	defer resp.Body.Close()
	text, _ := io.ReadAll(resp.Body)
	return fmt.Errorf("%s: %s", resp.Status, text)
}

// Reports and leaves the closing to others.
func statusError(resp *http.Response) error {
	if resp.StatusCode < 400 {
		return nil
	}
	return errors.New(resp.Status)
}

func parse(resp *http.Response, v any) error {
	defer closeResponse(resp)
	return json.NewDecoder(resp.Body).Decode(v)
}

func drained(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	drain(resp.Body)
	return nil
}

func onlyDrained(link string) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	drainOnly(resp.Body)
	return nil
}

func deferredHelper(link string) (string, error) {
	resp, err := http.Get(link)
	defer closeResponse(resp)
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func parsed(link string) (v map[string]string, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return v, parse(resp, &v)
}

func checkedAndClosed(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	if err := checkStatus(resp); err != nil {
		return err
	}
	return resp.Body.Close()
}

// checkStatus closes the bad answers; the good one stays open.
func checkedForgets(link string) (int64, error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	if err := checkStatus(resp); err != nil { // via `when this is false`
		return 0, err
	}
	return resp.ContentLength, nil // via `returns with the body open`
}

// statusError does not close what it complains about.
func complains(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if err := statusError(resp); err != nil { // via `when this is true`
		return err // via `returns with the body open`
	}
	drain(resp.Body)
	return nil
}

func complainsDeferred(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer drain(resp.Body)
	return statusError(resp)
}

func severalClosers(a, b string) error {
	first, err := http.Get(a)
	if err != nil {
		return err
	}
	second, err := http.Get(b)
	if err != nil {
		closeAll(first.Body)
		return err
	}
	closeAll(first.Body, second.Body)
	return nil
}
