// Retry loops: the answer of a bad attempt is dropped for the next one.
package p

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

const attempts = 4

func retryBadStatus(link string) ([]byte, error) {
	for i := 0; i < attempts; i++ {
		resp, err := http.Get(link) // want `overwritten-response` // via `the next iteration overwrites it`
		if err != nil {
			continue
		}
		if resp.StatusCode >= 500 { // via `when this is true`
			time.Sleep(time.Second << i)
			continue
		}
		defer resp.Body.Close()
		return io.ReadAll(resp.Body)
	}
	return nil, errors.New("gave up")
}

func retryBadStatusClosed(link string) ([]byte, error) {
	for i := 0; i < attempts; i++ {
		resp, err := http.Get(link)
		if err != nil {
			continue
		}
		if resp.StatusCode >= 500 {
			resp.Body.Close()
			time.Sleep(time.Second << i)
			continue
		}
		defer resp.Body.Close()
		return io.ReadAll(resp.Body)
	}
	return nil, errors.New("gave up")
}

// One variable for all attempts.
func retryOuterVariable(hc *http.Client, req *http.Request) (err error) {
	var resp *http.Response
	for i := range attempts {
		resp, err = hc.Do(req) // want `overwritten-response` // via `the next iteration overwrites it`
		if err == nil && resp.StatusCode == http.StatusOK {
			break
		}
		time.Sleep(time.Duration(i) * time.Second)
	}
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

func retryOuterVariableClosed(hc *http.Client, req *http.Request) (err error) {
	var resp *http.Response
	for i := range attempts {
		resp, err = hc.Do(req)
		if err == nil {
			if resp.StatusCode == http.StatusOK || i == attempts-1 {
				break
			}
			resp.Body.Close()
		}
	}
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

// Only errors are retried; each of them came without a body.
func retryErrors(link string) (*http.Response, error) {
	var lastErr error
	for range attempts {
		resp, err := http.Get(link)
		if err == nil {
			return resp, nil
		}
		lastErr = err
	}
	return nil, fmt.Errorf("after %d attempts: %w", attempts, lastErr)
}

func waitUntilReady(link string, deadline time.Time) error {
	for time.Now().Before(deadline) {
		resp, err := http.Get(link) // want `never-closed`
		if err == nil && resp.StatusCode == http.StatusOK {
			return nil // via `returns with the body open`
		}
		time.Sleep(100 * time.Millisecond)
	}
	return errors.New("not ready")
}

func waitUntilReadyClosed(link string, deadline time.Time) error {
	for time.Now().Before(deadline) {
		if resp, err := http.Get(link); err == nil {
			resp.Body.Close()
			if resp.StatusCode == http.StatusOK {
				return nil
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	return errors.New("not ready")
}

// The body is closed before the sleep, and again the last one by the caller.
func retryReturnsOpen(link string) (resp *http.Response, err error) {
	for i := 0; ; i++ {
		resp, err = http.Get(link)
		if err != nil || resp.StatusCode < 500 || i == attempts {
			return resp, err
		}
		resp.Body.Close()
		time.Sleep(time.Second)
	}
}

func retryReturnsOpenForgets(link string) (resp *http.Response, err error) {
	for i := 0; ; i++ {
		resp, err = http.Get(link) // want `overwritten-response` // via `the next iteration overwrites it`
		if err != nil || resp.StatusCode < 500 || i == attempts {
			return resp, err
		}
		time.Sleep(time.Second)
	}
}

// Goes round with goto instead of for.
func retryGoto(link string) error {
	tries := 0
again:
	resp, err := http.Get(link)
	if err != nil {
		if tries++; tries < attempts {
			goto again
		}
		return err
	}
	defer resp.Body.Close()
	return nil
}
