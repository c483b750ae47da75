// Members of instantiated generic types: methods, fields and interfaces, through aliases and inferred type arguments.
package p

import (
	"io"
	"net/http"
)

type source[T any] struct{ next func(u string) (T, error) }

func (s source[T]) get(u string) (T, error) { return s.next(u) }

func from[T any](next func(u string) (T, error)) source[T] { return source[T]{next: next} }

type responses = source[*http.Response]

func byAlias(s responses, u string) (int, error) {
	resp, err := s.get(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func byAliasClosed(s responses, u string) error {
	resp, err := s.get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func inferred(u string) (int, error) {
	resp, err := from(http.Get).get(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func ofStrings(u string) (string, error) {
	return from(func(u string) (string, error) { return u, nil }).get(u)
}

func ofReaders(u string) ([]byte, error) {
	open := from(func(u string) (io.ReadCloser, error) {
		resp, err := http.Get(u)
		if err != nil {
			return nil, err
		}
		return resp.Body, nil
	})
	rc, err := open.get(u) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(rc)
}

type asker[Q, A any] interface {
	Ask(Q) (A, error)
}

func byInterface(a asker[string, *http.Response], u string) (int, error) {
	resp, err := a.Ask(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func byInterfaceOfInts(a asker[string, int], u string) (int, error) {
	n, err := a.Ask(u)
	return n, err
}

type outcome[T any] struct {
	value T
	err   error
}

func (o outcome[T]) unwrap() (T, error) { return o.value, o.err }

func attempt[T any](f func() (T, error)) outcome[T] {
	v, err := f()
	return outcome[T]{value: v, err: err}
}

func byOutcome(u string) (int, error) {
	o := attempt(func() (*http.Response, error) { return http.Get(u) }) // want `never-closed`
	if o.err != nil {
		return 0, o.err
	}
	return o.value.StatusCode, nil
}

func byOutcomeClosed(u string) error {
	o := attempt(func() (*http.Response, error) { return http.Get(u) })
	if o.err != nil {
		return o.err
	}
	return o.value.Body.Close()
}

func byOutcomeOfInt(u string) (int, error) {
	o := attempt(func() (int, error) { return len(u), nil })
	return o.value, o.err
}
