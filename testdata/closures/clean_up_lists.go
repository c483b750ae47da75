// Lists of functions and closers that run at the end, whichever way they are gone through.
package p

import (
	"errors"
	"io"
	"net/http"
)

func ranged(u string) error {
	var finish []func() error
	defer func() {
		for _, each := range finish {
			_ = each()
		}
	}()
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	finish = append(finish, func() error { return resp.Body.Close() })
	if resp.StatusCode != http.StatusOK {
		return errors.New("status")
	}
	return nil
}

func countedUp(u string) error {
	finish := make([]func(), 0, 2)
	defer func() {
		for i := 0; i < len(finish); i++ {
			finish[i]()
		}
	}()
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	finish = append(finish, func() { println("ends") }, func() { resp.Body.Close() })
	return nil
}

func countedDown(u string) error {
	var finish []func()
	defer func() {
		for i := len(finish) - 1; i >= 0; i-- {
			finish[i]()
		}
	}()
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	finish = append(finish, func() { resp.Body.Close() })
	return nil
}

func countedByLength(u string) error {
	var finish []func()
	defer func() {
		for i := range len(finish) {
			finish[len(finish)-1-i]()
		}
	}()
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	finish = append(finish, func() { resp.Body.Close() })
	return nil
}

func takenOff(u string) error {
	var open []io.Closer
	defer func() {
		for len(open) > 0 {
			last := open[len(open)-1]
			open = open[:len(open)-1]
			last.Close()
		}
	}()
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	open = append(open, resp.Body)
	return nil
}

func keyed(u string) error {
	finish := map[string]func(){}
	defer func() {
		for _, each := range finish {
			each()
		}
	}()
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	finish[u] = func() { resp.Body.Close() }
	return nil
}

// All but one response gets onto the list.
func notListed(u string) error {
	var finish []func()
	defer func() {
		for i := len(finish) - 1; i >= 0; i-- {
			finish[i]()
		}
	}()
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errors.New("status") // via `returns with the body open`
	}
	finish = append(finish, func() { resp.Body.Close() })
	return nil
}

// The functions on the list read only.
func listOfReaders(u string) error {
	var each []func()
	defer func() {
		for _, f := range each {
			f()
		}
	}()
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	each = append(each, func() { println(resp.Status) })
	return nil
}

// The list is only counted.
func counted(u string) (int, error) {
	var finish []func()
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	finish = append(finish, func() { resp.Body.Close() })
	return len(finish), nil
}

// The loop leaves the first element out.
func fromTheSecondOn(u string) error {
	var finish []func()
	defer func() {
		for i := 1; i < len(finish); i++ {
			finish[i]()
		}
	}()
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	finish = append(finish, func() { resp.Body.Close() })
	return nil // via `returns with the body open`
}
