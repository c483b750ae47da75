// Functions that return what a function acquires that they are given, in another type than that of a response.
package p

import (
	"errors"
	"io"
	"net/http"

	"github.com/sony/gobreaker"
	"golang.org/x/sync/singleflight"
)

func run(f func() (any, error)) (any, error) {
	if f == nil {
		return nil, errors.New("nothing to run")
	}
	return f()
}

func anyLost(u string) (int, error) {
	v, err := run(func() (any, error) { return http.Get(u) }) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return v.(*http.Response).StatusCode, nil
}

func anyClosed(u string) error {
	v, err := run(func() (any, error) { return http.Get(u) })
	if err != nil {
		return err
	}
	if resp, ok := v.(*http.Response); ok {
		resp.Body.Close()
	}
	return nil
}

// The same function, given another one.
func anyNumber(u string) (any, error) {
	v, err := run(func() (any, error) { return len(u), nil })
	return v.(int) + 1, err
}

// The literal closes what it got.
func anyClosedInside(u string) (int, error) {
	v, err := run(func() (any, error) {
		resp, err := http.Get(u)
		if err != nil {
			return nil, err
		}
		defer resp.Body.Close()
		return resp.StatusCode, nil
	})
	if err != nil {
		return 0, err
	}
	return v.(int), nil
}

// By way of a second function.
func twice(f func() (any, error)) (any, error) {
	v, err := run(f)
	if err != nil {
		return run(f)
	}
	return v, nil
}

func anyTwice(u string) error {
	_, err := twice(func() (any, error) { return http.Get(u) }) // want `discarded-response`
	return err
}

func anyTwiceNumber(u string) error {
	_, err := twice(func() (any, error) { return len(u), nil })
	return err
}

// The function is in a field of what is given.
type job struct {
	name string
	work func(u string) (io.ReadCloser, error)
}

func (j job) do(u string) (io.ReadCloser, error) { return j.work(u) }

func body(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

func nothing(string) (io.ReadCloser, error) { return io.NopCloser(nil), nil }

func jobLost(u string) error {
	_, err := job{name: "body", work: body}.do(u) // want `discarded-response`
	return err
}

func jobClosed(u string) error {
	j := job{name: "body", work: body}
	c, err := j.do(u)
	if err != nil {
		return err
	}
	return c.Close()
}

func jobOfNothing(u string) error {
	j := job{name: "nothing", work: nothing}
	_, err := j.do(u)
	return err
}

// Of a job that comes in it is not known whose work it does.
func jobFromOutside(u string, j job) error {
	_, err := j.do(u)
	return err
}

// The library returns what the literal returns.
func broken(b *gobreaker.CircuitBreaker, u string) (int, error) {
	v, err := b.Execute(func() (any, error) { return http.Get(u) }) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return v.(*http.Response).StatusCode, nil
}

func brokenClosed(b *gobreaker.CircuitBreaker, u string) error {
	v, err := b.Execute(func() (any, error) { return http.Get(u) })
	if err != nil {
		return err
	}
	return v.(*http.Response).Body.Close()
}

func brokenNumber(b *gobreaker.CircuitBreaker, u string) (int, error) {
	v, err := b.Execute(func() (any, error) {
		resp, err := http.Get(u)
		if err != nil {
			return 0, err
		}
		defer resp.Body.Close()
		return resp.StatusCode, nil
	})
	if err != nil {
		return 0, err
	}
	return v.(int), nil
}

func flown(g *singleflight.Group, u string) (int, error) {
	v, err, _ := g.Do(u, func() (any, error) { return http.Get(u) }) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return v.(*http.Response).StatusCode, nil
}
