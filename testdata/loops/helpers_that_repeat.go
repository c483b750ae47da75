// Helpers that run what they get once, although a loop stands near, and such that run it again.
package loops

import (
	"errors"
	"net/http"
)

var errBusy = errors.New("busy")

func untilDoneHelper(f func() (bool, error)) error {
	for {
		done, err := f()
		if done {
			return err
		}
	}
}

func untilNilHelper(f func() error) (err error) {
	for range 5 {
		if err = f(); err == nil {
			return nil
		}
	}
	return err
}

// The literal is done, whatever f returns.
func onceByDone(f func() error) error {
	return untilDoneHelper(func() (bool, error) { return true, f() })
}

func onceThenPing(f func() error, ping func() error) error {
	err := f()
	return errors.Join(err, untilNilHelper(func() error { return ping() }))
}

func againByLiteral(f func() error) error {
	return untilNilHelper(func() error { return f() })
}

func closeIfAny(resp *http.Response) {
	if resp != nil {
		resp.Body.Close()
	}
}

func repeatedNot(u string) (err error) {
	var resp *http.Response
	err = onceByDone(func() (err error) {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
		if resp.StatusCode == 503 {
			return errBusy
		}
		return nil
	})
	closeIfAny(resp)
	return err
}

func repeatedNotButPinged(u string, ping func() error) (err error) {
	var resp *http.Response
	err = onceThenPing(func() (err error) {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
		if resp.StatusCode == 503 {
			return errBusy
		}
		return nil
	}, ping)
	closeIfAny(resp)
	return err
}

func repeatedByLiteral(u string) (err error) {
	var resp *http.Response
	err = againByLiteral(func() (err error) {
		resp, err = http.Get(u) // want `overwritten-response`
		if err != nil {
			return err
		}
		if resp.StatusCode == 503 {
			return errBusy
		}
		return nil
	})
	closeIfAny(resp)
	return err
}

// Its own variable: each run has another one, so nothing is overwritten.
func repeatedWithOwnVariable(u string) error {
	return untilNilHelper(func() error {
		resp, err := http.Get(u) // want `leaks-on-path`
		if err != nil {
			return err
		}
		if resp.StatusCode == 503 {
			return errBusy
		}
		return resp.Body.Close()
	})
}

// It does not ask for another run where both say that it is over.
func repeatedWhileUndone(u string) error {
	var resp *http.Response
	err := whileUndone(func() (done bool, err error) {
		resp, err = http.Get(u)
		if err != nil {
			return false, err
		}
		if resp.StatusCode == 503 {
			return false, errBusy
		}
		return true, nil
	})
	closeIfAny(resp)
	return err
}

func whileUndone(f func() (bool, error)) error {
	for {
		if done, err := f(); done || err != nil {
			return err
		}
	}
}

func repeatedWhileUndoneOpen(u string) error {
	var resp *http.Response
	err := whileUndone(func() (done bool, err error) {
		resp, err = http.Get(u) // want `overwritten-response`
		if err != nil {
			return false, err
		}
		return resp.StatusCode != 503, nil
	})
	closeIfAny(resp)
	return err
}
