// Where no edit is sure, or none is right.
package fixes

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
)

// Handed on elsewhere: a defer would close it under the caller.
func wrapper(u string) (*http.Response, error) {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return nil, errors.New(resp.Status) // via `returns with the body open`
	}
	return resp, nil
}

// Something that reads from it is handed on.
func scanner(u string) (*bufio.Scanner, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return nil, errors.New(resp.Status) // via `returns with the body open`
	}
	return bufio.NewScanner(resp.Body), nil
}

// After the upgrade the body is the connection.
func upgraded(c *http.Client, req *http.Request, serve func()) error {
	resp, err := c.Do(req) // want `never-closed`
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusSwitchingProtocols { // via `when this is true`
		return errors.New(resp.Status) // via `returns with the body open`
	}
	serve()
	return nil
}

// A goroutine reads on when the function is gone.
func goroutine(u string, w io.Writer) error {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	go func() {
		_, _ = io.Copy(w, resp.Body)
	}()
	return nil // via `returns with the body open`
}

// The check says nothing of the way on.
func logged(u string) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		log.Print(err)
	}
	if resp != nil && resp.StatusCode == http.StatusOK {
		fmt.Println("there")
	}
} // via `the function ends with the body open`

func checkedBySwitch(u string) error {
	resp, err := http.Get(u) // want `never-closed`
	switch {
	case err != nil:
		return err
	case resp.StatusCode != http.StatusOK: // via `when this case is taken`
		return errors.New(resp.Status) // via `returns with the body open`
	}
	return nil
}

// Closed when the function ends is too late in a loop.
func loop(urls []string) error {
	for _, u := range urls {
		resp, err := http.Get(u) // want `never-closed`
		if err != nil {
			return err
		}
		data, err := io.ReadAll(resp.Body)
		if err != nil { // via `when this is true`
			return err
		}
		fmt.Println(len(data))
	}
	return nil
}

// Nothing reads the body, so it can be closed at once, in a loop too.
func loopUnread(urls []string) error {
	for _, u := range urls {
		resp, err := http.Get(u) // want `never-closed`
		if err != nil {
			return err
		}
		fmt.Println(resp.Status)
	}
	return nil
}

func discarded(u string) error {
	http.Get(u)           // want `discarded-response`
	_, err := http.Get(u) // want `discarded-response`
	if err != nil {
		return err
	}
	if _, err := http.Get(u); err != nil { // want `discarded-response`
		return err
	}
	_, _ = http.Get(u) // want `discarded-response`
	return nil
}

func retried(u string) error {
	var resp *http.Response
	var err error
	for range 3 {
		resp, err = http.Get(u) // want `overwritten-response` // via `the next iteration overwrites it`
		if err == nil && resp.StatusCode == http.StatusOK {
			break
		}
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// An io.Reader has no Close, and neither has an error.
func asReader(u string) (io.Reader, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

func readsReader(u string) ([]byte, error) {
	r, err := asReader(u) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

type download struct {
	size    int
	content struct{ body io.ReadCloser }
}

func newDownload(u string) (*download, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	d := &download{}
	d.content.body = resp.Body
	return d, nil
}

func sizeOf(u string) (int, error) {
	d, err := newDownload(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return d.size, nil
}
