// Switches over the status.
package p

import (
	"errors"
	"fmt"
	"io"
	"net/http"
)

var errMissing = errors.New("missing")

func oneCaseForgets(link string) ([]byte, error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	switch resp.StatusCode {
	case http.StatusOK:
		defer resp.Body.Close()
		return io.ReadAll(resp.Body)
	case http.StatusNotFound: // via `when this case is taken`
		return nil, errMissing // via `returns with the body open`
	default:
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
}

func everyCaseCloses(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	switch resp.StatusCode {
	case http.StatusOK:
		defer resp.Body.Close()
		return io.ReadAll(resp.Body)
	case http.StatusNotFound:
		resp.Body.Close()
		return nil, errMissing
	default:
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
}

// There is no default: other codes fall out of the switch.
func noDefault(link string) string {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return "down"
	}
	state := "unknown"
	switch resp.StatusCode {
	case 200, 204:
		state = "up"
		resp.Body.Close()
	case 503:
		state = "busy"
		resp.Body.Close()
	}
	return state // via `returns with the body open`
}

func closeBehindSwitch(link string) (err error) {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	switch code := resp.StatusCode; {
	case code >= 500:
		err = fmt.Errorf("server: %d", code)
	case code >= 400:
		err = fmt.Errorf("client: %d", code)
	}
	resp.Body.Close()
	return err
}

func returnInSwitch(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	switch code := resp.StatusCode; {
	case code >= 500: // via `when this case is taken`
		return fmt.Errorf("server: %d", code) // via `returns with the body open`
	case code >= 400:
		err = fmt.Errorf("client: %d", code)
	}
	resp.Body.Close()
	return err
}

func fallsThroughToClose(link string) {
	resp, err := http.Get(link)
	if err != nil {
		return
	}
	switch resp.StatusCode {
	case 200:
		io.Copy(io.Discard, resp.Body)
		fallthrough
	default:
		resp.Body.Close()
	}
}

func fallsThroughPastClose(link string) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return
	}
	switch resp.StatusCode {
	case 404:
		resp.Body.Close()
	case 200: // via `when this case is taken`
		fallthrough
	case 206:
		io.Copy(io.Discard, resp.Body)
	default:
		resp.Body.Close()
	}
}

// break leaves the switch, not the function: the close behind it runs.
func breakInSwitch(link string, quick bool) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	switch {
	case quick:
		break
	default:
		_, err = io.Copy(io.Discard, resp.Body)
	}
	return errors.Join(err, resp.Body.Close())
}

// continue inside the switch skips the close behind it.
func continueInSwitch(links []string) (bad int) {
	for _, link := range links {
		resp, err := http.Get(link) // want `overwritten-response` // via `the next iteration overwrites it`
		if err != nil {
			continue
		}
		switch resp.StatusCode {
		case 500, 502, 503: // via `when this case is taken`
			bad++
			continue
		}
		resp.Body.Close()
	}
	return bad
}

func deferBeforeSwitch(link string) (int, error) {
	resp, err := http.Get(link)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case 200:
		return 1, nil
	case 404:
		return 0, nil
	}
	return 0, errors.New(resp.Status)
}
