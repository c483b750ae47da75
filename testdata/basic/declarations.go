// How the variable comes to be does not matter.
package p

import (
	"errors"
	"io"
	"net/http"
)

func varForm(link string) error {
	var resp, err = http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	_, err = io.ReadAll(resp.Body)
	return err
}

func declaredFirst(link string) (size int64, err error) {
	var resp *http.Response
	if resp, err = http.Get(link); err != nil { // want `never-closed`
		return 0, err
	}
	return resp.ContentLength, nil
}

func declaredFirstClosed(link string) (size int64, err error) {
	var resp *http.Response
	if resp, err = http.Get(link); err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.ContentLength, nil
}

func groupedVars(link string) error {
	var (
		hc        = http.DefaultClient
		resp, err = hc.Get(link)
	)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// The variable is set to nil while it is the only one that knows the body.
func forgotten(link string) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	resp = nil // via `overwritten here`
	if resp != nil {
		return errors.New("unreachable")
	}
	return nil
}

func closedThenForgotten(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	resp.Body.Close()
	resp = nil
	return nil
}

// The inner resp is another variable; the outer one is closed, the inner one is not.
func innerShadows(link, other string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusAccepted {
		resp, err := http.Get(other) // want `never-closed`
		if err != nil {
			return err
		}
		_, err = io.Copy(io.Discard, resp.Body)
		return err
	}
	return nil
}

func innerShadowsClosed(link, other string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if next := resp.Header.Get("Location"); next != "" {
		resp, err := http.Get(other + next)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
	}
	return nil
}

// Two blocks, two variables of one name.
func twoBlocks(link string) {
	{
		resp, err := http.Get(link)
		if err != nil {
			return
		}
		resp.Body.Close()
	}
	{
		resp, err := http.Get(link) // want `never-closed`
		if err != nil {
			return
		}
		println(resp.StatusCode)
	}
}
