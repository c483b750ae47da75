// The error is looked at by a switch.
package p

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
)

func boolSwitch(link string) error {
	resp, err := http.Get(link)
	switch {
	case err != nil:
		return err
	case resp.StatusCode != http.StatusOK:
		resp.Body.Close()
		return errors.New(resp.Status)
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func boolSwitchForgets(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	switch {
	case err != nil:
		return err
	case resp.StatusCode != http.StatusOK: // via `when this case is taken`
		return errors.New(resp.Status) // via `returns with the body open`
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func initSwitch(link string) (int, error) {
	switch resp, err := http.Head(link); err {
	case nil:
		defer resp.Body.Close()
		return resp.StatusCode, nil
	default:
		return 0, err
	}
}

func initSwitchForgets(link string) (int, error) {
	switch resp, err := http.Get(link); err { // want `never-closed`
	case nil:
		return resp.StatusCode, nil // via `returns with the body open`
	default:
		return 0, err
	}
}

// Sentinels: every one of them is an error, so there is no body.
func sentinels(ctx context.Context, req *http.Request) (string, error) {
	resp, err := http.DefaultClient.Do(req.WithContext(ctx))
	switch err {
	case context.Canceled, context.DeadlineExceeded:
		return "late", nil
	case nil:
		resp.Body.Close()
		return resp.Status, nil
	}
	return "", err
}

func errorsIsSwitch(link string) error {
	resp, err := http.Get(link)
	switch {
	case errors.Is(err, context.Canceled):
		return nil
	case err != nil:
		return err
	default:
		return resp.Body.Close()
	}
}

func typeSwitch(link string) error {
	resp, err := http.Get(link)
	switch cause := err.(type) {
	case nil:
		return resp.Body.Close()
	case *url.Error:
		return cause.Unwrap()
	case net.Error:
		return cause
	default:
		return err
	}
}

func typeSwitchForgets(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	switch cause := err.(type) {
	case nil:
		if resp.ContentLength < 0 { // via `when this is true`
			return io.ErrUnexpectedEOF // via `returns with the body open`
		}
		return resp.Body.Close()
	case *url.Error:
		return cause.Unwrap()
	default:
		return err
	}
}

func trueSwitch(link string) (err error) {
	resp, err := http.Get(link)
	switch true {
	case err != nil:
	case resp.StatusCode >= 300:
		err = errors.New(resp.Status)
		resp.Body.Close()
	default:
		resp.Body.Close()
	}
	return err
}

// The default case catches the good answer and drops it.
func defaultForgets(link string) (kind string) {
	resp, err := http.Get(link) // want `leaks-on-path`
	switch {
	case err != nil:
		kind = "down"
	case resp.StatusCode >= 500:
		kind = "ill"
		resp.Body.Close()
	default:
		kind = "well"
	}
	return kind // via `returns with the body open`
}
