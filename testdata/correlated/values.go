// Facts that travel in other variables, fields and types.
package p

import (
	"errors"
	"io"
	"net/http"
)

type attempt struct {
	resp *http.Response
	err  error
	n    int
}

// Both fields were filled by one call.
func fieldsOfOneCall(link string) error {
	var a attempt
	a.resp, a.err = http.Get(link)
	if a.err != nil {
		return a.err
	}
	return a.resp.Body.Close()
}

func fieldsOfOneCallForgets(link string) (int, error) {
	var a attempt
	a.resp, a.err = http.Get(link) // want `never-closed`
	if a.err != nil {
		return 0, a.err
	}
	return a.resp.StatusCode, nil // via `returns with the body open`
}

func errorMovesOn(link string) (err error) {
	resp, getErr := http.Get(link)
	err = getErr
	if err == nil {
		err = resp.Body.Close()
	}
	return err
}

// The wrapped error is nil exactly when the first one was.
func wrapIf(err error) error {
	if err != nil {
		return errors.Join(errors.New("get"), err)
	}
	return nil
}

func wrappedByHelper(link string) error {
	resp, err := http.Get(link)
	if err = wrapIf(err); err != nil {
		return err
	}
	return resp.Body.Close()
}

// Both tests look at the same status.
func sameStatus(link string) (err error) {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	good := resp.StatusCode == http.StatusOK
	if good {
		_, err = io.Copy(io.Discard, resp.Body)
	}
	if good {
		resp.Body.Close()
	} else {
		resp.Body.Close()
		err = errors.New(resp.Status)
	}
	return err
}

func goodThenBad(link string) (err error) {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	good := resp.StatusCode == http.StatusOK
	if !good {
		resp.Body.Close()
	}
	if good {
		defer resp.Body.Close()
		_, err = io.Copy(io.Discard, resp.Body)
	}
	return err
}

func goodThenFull(link string, full bool) (err error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	good := resp.StatusCode == http.StatusOK
	if !good {
		resp.Body.Close()
		return errors.New(resp.Status)
	}
	if good && full { // via `when this is false`
		defer resp.Body.Close()
		_, err = io.Copy(io.Discard, resp.Body)
	}
	return err // via `returns with the body open`
}

// The counter is known to be positive when the body is there.
func askedOnce(link string, times int) error {
	var resp *http.Response
	for i := 0; i < times && resp == nil; i++ {
		if r, err := http.Get(link); err == nil {
			resp = r
		}
	}
	if resp == nil {
		return errors.New("never")
	}
	return resp.Body.Close()
}

// a > b and b < a are one condition, a <= b is its opposite.
func turnedRound(link string, a, b int) {
	resp, err := http.Get(link)
	if err != nil {
		return
	}
	if a > b {
		resp.Body.Close()
	}
	if b < a {
		return
	}
	if a <= b {
		resp.Body.Close()
	}
}

func twoVariables(link, kind, wanted string) {
	resp, err := http.Get(link)
	if err != nil {
		return
	}
	if kind == wanted {
		resp.Body.Close()
	}
	if wanted != kind {
		resp.Body.Close()
	}
}

func twoVariablesChanged(link, kind, wanted string) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return
	}
	if kind == wanted {
		resp.Body.Close()
	}
	kind = link
	if wanted != kind {
		resp.Body.Close()
	}
} // via `the function ends with the body open`

func letters(link string, letter byte) {
	resp, err := http.Get(link)
	if err != nil {
		return
	}
	if letter == 'x' {
		resp.Body.Close()
	}
	if letter != 'x' && letter <= '\n' {
		resp.Body.Close()
	}
	if letter != 'x' && letter > 10 {
		resp.Body.Close()
	}
}

func fractions(link string, ratio float64) {
	resp, err := http.Get(link)
	if err != nil {
		return
	}
	if ratio < 0.5 {
		resp.Body.Close()
	}
	if ratio >= 0.5 {
		resp.Body.Close()
	}
}
