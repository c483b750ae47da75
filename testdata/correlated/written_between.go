// Two tests of one variable, and between them a call that may write it, or may not.
package p

import (
	"encoding/json"
	"net/http"

	"example.com/unseen/base"
)

type settings struct{ on bool }

type source struct{ n int }

func (s *source) load(o *settings) { o.on = s.n > 0 }

func loadLast(all ...*settings) { all[len(all)-1].on = true }

func loadAll(all ...*settings) {
	for _, o := range all {
		o.on = true
	}
}

type latch bool

func (l *latch) set() { *l = true }

func fillMap(m map[string]string) { m["a"] = "b" }

// What a pointer points to is filled, the pointer itself stays.
func pointerStays(u string, b []byte, o *settings) error {
	var resp *http.Response
	var err error
	if o != nil {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
	}
	err = json.Unmarshal(b, o)
	if o != nil {
		resp.Body.Close()
	}
	return err
}

func pointeeIsFilled(u string, b []byte, o *settings) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if o.on { // via `when this is false`
		return resp.Body.Close()
	}
	err = json.Unmarshal(b, o)
	if !o.on { // via `when this is false`
		resp.Body.Close()
	}
	return err
}

func mapIsFilled(u string, m map[string]string) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if len(m) > 0 {
		return resp.Body.Close()
	}
	fillMap(m)
	if len(m) == 0 { // via `when this is false`
		resp.Body.Close()
	}
	return nil
}

func filledByMethod(u string, s *source) error {
	var o settings
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	s.load(&o)
	if !o.on { // via `when this is false`
		resp.Body.Close()
	}
	return nil
}

func filledByParameter(u string, s *source, o *settings) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if o.on {
		return resp.Body.Close()
	}
	s.load(o)
	if !o.on { // via `when this is false`
		resp.Body.Close()
	}
	return nil
}

func filledAsLast(u string) error {
	var one, other settings
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	loadLast(&one, &other)
	if !other.on { // via `when this is false`
		resp.Body.Close()
	}
	return nil
}

func filledAsOneOfSeveral(u string) error {
	var one, other settings
	resp, err := http.Get(u) // missed: what a loop over a parameter writes is not seen
	if err != nil {
		return err
	}
	loadAll(&one, &other)
	if !other.on {
		resp.Body.Close()
	}
	return nil
}

func setByItsMethod(u string) error {
	var done latch
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusOK {
		done.set()
	}
	if !done {
		resp.Body.Close()
	}
	return nil
}

// Only the first argument of copy is written.
func sourceOfCopy(u string, src []byte) error {
	var resp *http.Response
	var err error
	if len(src) > 0 {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
	}
	dst := make([]byte, 8)
	copy(dst, src)
	println(dst[0])
	if len(src) > 0 {
		resp.Body.Close()
	}
	return nil
}

type box struct {
	base.Base
	on bool
}

// A method of the embedded type does not know the fields around it.
func methodOfEmbedded(u string, b *box) error {
	var resp *http.Response
	var err error
	if b.on {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
	}
	b.Refresh()
	if b.on {
		resp.Body.Close()
	}
	return nil
}

type signer interface {
	sign(req *http.Request) error
}

// What signs a request leaves its method as it is.
func signed(s signer, u string) (int, error) {
	req, err := http.NewRequest(http.MethodHead, u, nil)
	if err != nil {
		return 0, err
	}
	if err := s.sign(req); err != nil {
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The length of a map is compared with a variable.
func mapIsFilledBeyond(u string, m map[string]string, n int) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if len(m) == n {
		return resp.Body.Close()
	}
	fillMap(m)
	if len(m) != n { // via `when this is false`
		resp.Body.Close()
	}
	return nil
}

// Which of two pointers it is does not change with what it points to.
func samePointer(u string, b []byte, o, other *settings) error {
	var resp *http.Response
	var err error
	if o == other {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
	}
	err = json.Unmarshal(b, o)
	if o == other {
		resp.Body.Close()
	}
	return err
}

func (o *settings) copyFrom(other *settings) { o.on = other.on }

// The receiver is written, not the argument.
func copiedFrom(u string, o, other *settings) error {
	var resp *http.Response
	var err error
	if other.on {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
	}
	o.copyFrom(other)
	if other.on {
		resp.Body.Close()
	}
	return nil
}

func copiedTo(u string, o, other *settings) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if o.on {
		return resp.Body.Close()
	}
	o.copyFrom(other)
	if !o.on { // via `when this is false`
		resp.Body.Close()
	}
	return nil
}

func (o settings) shown() bool {
	o.on = false
	return o.on
}

func blank(o settings) { o.on = false }

// What gets a copy writes the copy.
func copyIsWritten(u string, o settings) error {
	var resp *http.Response
	var err error
	if o.on {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
	}
	o.shown()
	blank(o)
	if o.on {
		resp.Body.Close()
	}
	return nil
}
