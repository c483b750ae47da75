// Arguments that the caller tests and the callee too.
package fixture

import (
	"io"
	"net/http"
)

type sink struct {
	out  io.Writer
	mode int
	name string
}

// The body is read where there is something to write to.
func pull(u string, s *sink) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if s.out == nil {
		return resp, nil
	}
	defer resp.Body.Close()
	_, err = io.Copy(s.out, resp.Body)
	return resp, err
}

// The field of an argument, tested after the call.
func fieldOfBoth(u string, s *sink) error {
	resp, err := pull(u, s)
	if err != nil {
		return err
	}
	if s.out == nil {
		resp.Body.Close()
	}
	return nil
}

func fieldTheWrongWay(u string, s *sink) error {
	resp, err := pull(u, s) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if s.out != nil {
		resp.Body.Close()
	}
	return nil
}

// A field that a literal leaves unset, and one that it sets.
func unset(u string) error {
	resp, err := pull(u, &sink{name: "n"}) // want `never-closed`
	if err != nil {
		return err
	}
	return inspect(resp)
}

func setHere(u string, w io.Writer) error {
	if w == nil {
		return io.ErrClosedPipe
	}
	s := sink{out: w}
	resp, err := pull(u, &s)
	if err != nil {
		return err
	}
	return inspect(resp)
}

// Another function may have set it.
func setElsewhere(u string, fill func(s *sink)) error {
	s := &sink{name: "n"}
	fill(s)
	resp, err := pull(u, s) // want `leaks-on-path`
	if err != nil {
		return err
	}
	return inspect(resp)
}

// What a literal leaves unset is not known any more once other code has the variable.
func received(u string, receive func(v any) error) error {
	s := &sink{}
	if err := receive(s); err != nil {
		return err
	}
	if s.mode > 0 {
		resp, err := http.Get(u) // want `never-closed`
		if err != nil {
			return err
		}
		return inspect(resp)
	}
	return nil
}

func inspect(resp *http.Response) error {
	if resp.ContentLength == 0 {
		return io.EOF
	}
	return nil
}

// A number and a text: closed in mode 1, and for one name.
func settle(resp *http.Response, s *sink) {
	switch s.mode {
	case 0:
		if s.name != "last" {
			return
		}
	case 2:
		return
	}
	resp.Body.Close()
}

func modeOne(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	settle(resp, &sink{mode: 1})
	return nil
}

func modeZero(u string) error {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	settle(resp, &sink{})
	return nil
}

const last = "last"

func byName(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	settle(resp, &sink{name: last})
	return nil
}

// The caller has ruled out the modes in which settle returns early.
func ruledOut(u string, s *sink) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if s.mode != 1 {
		resp.Body.Close()
		return nil
	}
	settle(resp, s)
	return nil
}

func ruledIn(u string, s *sink) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if s.mode == 1 {
		resp.Body.Close()
		return nil
	}
	settle(resp, s)
	return nil // via `returns with the body open`
}

// The method of a request, through two calls.
type stock struct{ c *http.Client }

func (s *stock) send(req *http.Request) (*http.Response, error) { return s.sendNow(req) }

func (s *stock) sendNow(req *http.Request) (*http.Response, error) {
	resp, err := s.c.Do(req)
	if err != nil {
		return nil, err
	}
	if req.Method == http.MethodDelete {
		resp.Body.Close()
	}
	return resp, nil
}

func (s *stock) drop(u string) error {
	req, err := http.NewRequest(http.MethodDelete, u, nil)
	if err != nil {
		return err
	}
	resp, err := s.send(req)
	if err != nil {
		return err
	}
	return inspect(resp)
}

func (s *stock) list(u string) error {
	req, err := http.NewRequest("LIST", u, nil)
	if err != nil {
		return err
	}
	resp, err := s.send(req) // want `never-closed`
	if err != nil {
		return err
	}
	return inspect(resp)
}

func (s *stock) changed(u string) error {
	req, err := http.NewRequest(http.MethodDelete, u, nil)
	if err != nil {
		return err
	}
	req.Method = "LIST"
	resp, err := s.send(req) // want `never-closed`
	if err != nil {
		return err
	}
	return inspect(resp)
}

// What a pointer to a variable leads to is what the variable holds at the end, not where the literal is deferred.
func deferredOverPointer(u string) (err error) {
	var resp *http.Response
	defer func(p **http.Response) {
		if *p != nil {
			(*p).Body.Close()
		}
	}(&resp)
	resp, err = http.Get(u)
	return err
}

// The length of a list, tested by caller and callee.
func closeIfSome(resp *http.Response, names []string) {
	if len(names) > 0 {
		resp.Body.Close()
	}
}

func closesTheRest(u string, names []string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	closeIfSome(resp, names)
	if len(names) == 0 {
		resp.Body.Close()
	}
	return nil
}

func knowsTheLength(u string, names []string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return resp.Body.Close()
	}
	closeIfSome(resp, names)
	return nil
}

func knowsAnotherLength(u string, names []string) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if len(names) > 1 {
		return resp.Body.Close()
	}
	closeIfSome(resp, names)
	return nil
}

// The list is another one where the callee tests it.
func knowsTheLengthBefore(u string, names []string) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return resp.Body.Close()
	}
	names = names[1:]
	closeIfSome(resp, names)
	return nil
}
