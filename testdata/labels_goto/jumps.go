// Labels and goto.
package p

import (
	"errors"
	"io"
	"net/http"
)

// C style: one place cleans up.
func cleanupLabel(link string) (err error) {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		err = errors.New(resp.Status)
		goto done
	}
	_, err = io.Copy(io.Discard, resp.Body)
done:
	resp.Body.Close()
	return err
}

// The jump goes past the close.
func jumpsPastClose(link string) (err error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		goto failed
	}
	return resp.Body.Close()
failed:
	return errors.New(resp.Status) // via `returns with the body open`
}

// Back to the request with the body still open.
func jumpsBack(link string) error {
	var resp *http.Response
	var err error
	tries := 0
ask:
	resp, err = http.Get(link) // want `overwritten-response` // via `the next iteration overwrites it`
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusServiceUnavailable && tries < 3 { // via `when this is true`
		tries++
		goto ask
	}
	return resp.Body.Close()
}

func jumpsBackClosed(link string) error {
	var resp *http.Response
	var err error
	tries := 0
ask:
	resp, err = http.Get(link)
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusServiceUnavailable && tries < 3 {
		resp.Body.Close()
		tries++
		goto ask
	}
	return resp.Body.Close()
}

func breaksOuter(links [][]string) (n int) {
outer:
	for _, row := range links {
		for _, link := range row {
			resp, err := http.Get(link)
			if err != nil {
				break outer
			}
			resp.Body.Close()
			if n++; n > 10 {
				break outer
			}
		}
	}
	return n
}

// continue outer leaves the inner round, whose body is open.
func continuesOuter(links [][]string) (n int) {
outer:
	for _, row := range links {
		for _, link := range row {
			resp, err := http.Get(link) // want `overwritten-response` // via `the next iteration overwrites it`
			if err != nil {
				continue
			}
			if resp.StatusCode == http.StatusNotFound { // via `when this is true`
				continue outer
			}
			resp.Body.Close()
			n++
		}
	}
	return n
}

// break with a label leaves the select and the loop around it.
func breaksSelect(links <-chan string, stop <-chan struct{}) (last string) {
loop:
	for {
		select {
		case <-stop:
			break loop
		case link, ok := <-links:
			if !ok {
				break loop
			}
			resp, err := http.Get(link)
			if err != nil {
				continue loop
			}
			last = resp.Status
			resp.Body.Close()
		}
	}
	return last
}

func breaksSelectForgets(links <-chan string, stop <-chan struct{}) (last string) {
loop:
	for link := range links {
		resp, err := http.Get(link) // want `leaks-on-path`
		if err != nil {
			continue
		}
		last = resp.Status
		select {
		case <-stop: // via `when this case is taken`
			break loop
		default:
		}
		resp.Body.Close()
	}
	return last // via `returns with the body open`
}

// A labelled switch is left early, the close stands behind it.
func labelledSwitch(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
check:
	switch {
	default:
		if resp.ContentLength == 0 {
			break check
		}
		_, err = io.Copy(io.Discard, resp.Body)
	}
	resp.Body.Close()
	return err
}

// The jump leaves two blocks, and the close stands in the outer one.
func jumpsOutOfTwoBlocks(link string, strict bool) (err error) {
	var resp *http.Response
	{
		resp, err = http.Get(link) // want `leaks-on-path`
		if err != nil {
			return err
		}
		if strict { // via `when this is true`
			if resp.StatusCode != http.StatusOK { // via `when this is true`
				goto failed
			}
		}
		return resp.Body.Close()
	}
failed:
	return errors.New("status") // via `returns with the body open`
}

// The same jump, to a label in front of the close.
func jumpsOutOfTwoBlocksToTheClose(link string, strict bool) (err error) {
	var resp *http.Response
	resp, err = http.Get(link)
	if err != nil {
		return err
	}
	if strict {
		if resp.StatusCode != http.StatusOK {
			err = errors.New(resp.Status)
			goto done
		}
	}
	_, err = io.Copy(io.Discard, resp.Body)
done:
	resp.Body.Close()
	return err
}
