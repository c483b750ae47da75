// Literals that are run more than once, and fill a variable of the function around them.
package fixture

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"example.org/elsewhere/again"
	"example.org/elsewhere/unseen"
)

var errDim = errors.New("dim")

func insist(tries int, try func() error) (err error) {
	for range tries {
		if err = try(); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}

func once(try func() error) error {
	if err := try(); err != nil {
		return errors.Join(errDim, err)
	}
	return nil
}

type stubborn struct{ tries int }

func (s stubborn) do(name string, try func(n int) (bool, error)) error {
	for n := 0; n < s.tries; n++ {
		done, err := try(n)
		if err != nil {
			return err
		}
		if done {
			return nil
		}
	}
	return errors.New(name)
}

// passed on, in a literal and by itself.
func insistTwice(try func() error) error { return insist(2, func() error { return try() }) }

func insistWith(_ context.Context, try func() error) error { return insist(3, try) }

func each(links []string, visit func(link string)) {
	for _, link := range links {
		visit(link)
	}
}

// A dim answer is overwritten by the next one.
func overwritten(link string) (string, error) {
	var resp *http.Response
	err := insist(3, func() (err error) {
		resp, err = http.Get(link) // want `overwritten-response`
		if err != nil {
			return err
		}
		if resp.StatusCode != http.StatusOK { // via `when this is true`
			return errDim
		}
		return nil
	})
	if resp != nil {
		defer resp.Body.Close()
	}
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

// The literal closes what it does not like.
func closedBefore(link string) (string, error) {
	var resp *http.Response
	err := insist(3, func() (err error) {
		resp, err = http.Get(link)
		if err != nil {
			return err
		}
		if resp.StatusCode != http.StatusOK {
			resp.Body.Close()
			return errDim
		}
		return nil
	})
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return resp.Status, nil
}

// The next run closes what the one before has left.
func closedByNext(link string) (string, error) {
	var resp *http.Response
	err := insist(3, func() (err error) {
		if resp != nil {
			resp.Body.Close()
		}
		resp, err = http.Get(link)
		if err == nil && resp.StatusCode != http.StatusOK {
			err = errDim
		}
		return err
	})
	if resp != nil {
		defer resp.Body.Close()
	}
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

// It is run once; what it has left is closed.
func runOnce(link string) error {
	var resp *http.Response
	err := once(func() (err error) {
		resp, err = http.Get(link)
		if err == nil && resp.StatusCode != http.StatusOK {
			err = errDim
		}
		return err
	})
	if resp != nil {
		resp.Body.Close()
	}
	return err
}

// It asks again only when there was no response.
func failedOnly(link string) error {
	var resp *http.Response
	if err := insistWith(context.Background(), func() (err error) {
		resp, err = http.Get(link)
		return err
	}); err != nil {
		return err
	}
	return resp.Body.Close()
}

// `false, nil` asks for another run, an error does not.
func notDone(s stubborn, link string) error {
	var resp *http.Response
	err := s.do("asked", func(n int) (bool, error) {
		var err error
		resp, err = http.Get(link) // want `overwritten-response`
		if err != nil {
			return false, err
		}
		return resp.StatusCode == http.StatusOK, nil
	})
	if resp != nil {
		resp.Body.Close()
	}
	return err
}

func stopsWithError(s stubborn, link string) error {
	var resp *http.Response
	err := s.do("asked", func(n int) (bool, error) {
		var err error
		resp, err = http.Get(link)
		if err != nil {
			return false, nil
		}
		if resp.StatusCode != http.StatusOK {
			return false, errDim
		}
		return true, nil
	})
	if resp != nil {
		resp.Body.Close()
	}
	return err
}

// The helper hands its function on to one that repeats it.
func throughTwo(link string) error {
	var resp *http.Response
	err := insistTwice(func() (err error) {
		resp, err = http.Get(link) // want `overwritten-response`
		if err == nil && resp.StatusCode != http.StatusOK {
			err = errDim
		}
		return err
	})
	if resp != nil {
		resp.Body.Close()
	}
	return err
}

// A literal without results is run for each link.
func lastOfAll(links []string) {
	var resp *http.Response
	each(links, func(link string) {
		resp, _ = http.Get(link) // want `overwritten-response`
	})
	if resp != nil {
		resp.Body.Close()
	}
}

func allOfAll(links []string) {
	var all []*http.Response
	each(links, func(link string) {
		if resp, err := http.Get(link); err == nil {
			all = append(all, resp)
		}
	})
	for _, resp := range all {
		resp.Body.Close()
	}
}

// The function around the literal returns what the literal has filled.
func filled(link string) (*http.Response, error) {
	var resp *http.Response
	err := insist(3, func() (err error) {
		resp, err = http.Get(link)
		return err
	})
	return resp, err
}

// gc reads `resp` after the call.
func filledInReturn(link string) (*http.Response, error) {
	var resp *http.Response
	return resp, unseen.Do(func() (err error) {
		resp, err = http.Get(link)
		return err
	})
}

func usesFilled(link string) (string, error) {
	one, err := filled(link) // want `never-closed`
	if err != nil {
		return "", err
	}
	other, err := filledInReturn(link) // want `never-closed`
	if err != nil {
		return "", err
	}
	return one.Status + other.Status, nil
}

// A function that cannot be seen has run the literal.
func ranUnseen(link string) ([]byte, error) {
	var resp *http.Response
	err := unseen.Do(func() (err error) {
		resp, err = http.Get(link) // want `leaks-on-path`
		return err
	})
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return nil, errDim
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// One whose name says so repeats it.
func repeatedByName(link string) error {
	var resp *http.Response
	err := again.Retry(func() (err error) {
		resp, err = http.Get(link) // want `overwritten-response`
		if err == nil && resp.StatusCode != http.StatusOK {
			err = errDim
		}
		return err
	})
	if resp != nil {
		resp.Body.Close()
	}
	return err
}

// Nothing says that this one does.
func notRepeated(link string) error {
	var resp *http.Response
	err := unseen.Do(func() (err error) {
		resp, err = http.Get(link)
		if err == nil && resp.StatusCode != http.StatusOK {
			err = errDim
		}
		return err
	})
	if resp != nil {
		resp.Body.Close()
	}
	return err
}

// It is not known to ask for another run.
func mayNotAsk(link string, check func(int) error) error {
	var resp *http.Response
	err := again.Poll(time.Second, func() (err error) {
		if resp, err = http.Get(link); err == nil {
			err = check(resp.StatusCode)
		}
		return err
	})
	if resp != nil {
		resp.Body.Close()
	}
	return err
}

// The flag may be set by the literal.
func flagOfLiteral(link string) error {
	called := false
	unseen.Serve(func() { called = true })
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if called { // via `when this is true`
		return nil
	}
	return resp.Body.Close()
}

func flagAtOnce(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	called := false
	unseen.Serve(func() { called = true })
	if called { // via `when this is true`
		return nil
	}
	return resp.Body.Close()
}
