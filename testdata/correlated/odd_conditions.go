package fixture

import (
	"io"
	"net/http"
	"os"
	"unsafe"
)

// What is written out as false never happens.
func neverTrue(u string) error {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	if false {
		return resp.Body.Close()
	}
	return nil // via `returns with the body open`
}

func alwaysTrue(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if true {
		return resp.Body.Close()
	}
	return nil
}

// A value that is compared with one that is nil.
func comparedWithNil(u string) error {
	var none *http.Response
	var fine error
	resp, err := http.Get(u)
	if err == fine {
		if none == resp {
			return nil
		}
		return resp.Body.Close()
	}
	return err
}

// Values that are known to be equal, or not.
func comparedFlags(u string, other bool) error {
	yes, no := true, false
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if yes == no {
		return nil
	}
	if yes == other {
		if !other {
			return nil
		}
		return resp.Body.Close()
	}
	if other == no {
		if other {
			return nil
		}
		return resp.Body.Close()
	}
	return resp.Body.Close()
}

// One text is not another.
func comparedTexts(u, mode string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if mode == "a" {
		if mode == "b" {
			return nil
		}
		return resp.Body.Close()
	}
	return resp.Body.Close()
}

// Of a constant that cannot be computed only the name is known: it is itself, and may be anything else.
const limit = unsafe.Sizeof(uint(0))

func comparedWithUnknown(u string, size uintptr) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if size == limit { // via `when this is true`
		if size != limit {
			return nil
		}
		if size == 8 { // via `when this is true`
			return nil // via `returns with the body open`
		}
	}
	return resp.Body.Close()
}

// The same comparison of lengths twice.
func comparedLengths(u string, some, others []int) (err error) {
	var resp *http.Response
	if len(some) != (len(others)) {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
	}
	if len(some) != (len(others)) {
		return resp.Body.Close()
	}
	return nil
}

// A comparison of calls is evaluated and says nothing.
func comparedCalls(u string, size func(string) int) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if size(u) < size("x") { // via `when this is true`
		return nil // via `returns with the body open`
	}
	return resp.Body.Close()
}

// Nil has no type.
func typeOfNil(u string) error {
	var closer io.Closer
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	switch closer.(type) {
	case *os.File:
		return nil
	}
	return resp.Body.Close()
}

// A conversion to an interface, and one of a pointer.
func converted(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	_ = (*http.Client)(nil)
	_ = (func())(nil)
	return interface{ Close() error }(resp.Body).Close()
}

// Received with its second value.
func receivedWithOk(u string) {
	answers := make(chan *http.Response, 1)
	go func() {
		defer close(answers)
		resp, err := http.Get(u)
		if err == nil {
			answers <- resp
		}
	}()
	resp, ok := <-answers
	if ok {
		resp.Body.Close()
	}
}

// Numbers of all kinds, in parentheses and in texts that are joined.
func comparedNumbers(u, name string, value complex128, size float64) (err error) {
	var resp *http.Response
	isWanted := value == 2i || size*(size+1.5) > 'x'
	if name+"a" == "b"+name {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
	}
	if name+"a" == "b"+name {
		return resp.Body.Close()
	}
	if !isWanted == true {
		return nil
	}
	return nil
}
