// A reader that keeps what has to be done at its end in a list, and runs the list when it is closed.
package p

import (
	"io"
	"net/http"
	"sync"
)

type shelf struct {
	io.Reader
	endings []func()
	once    sync.Once
}

func (s *shelf) Close() error {
	s.once.Do(func() {
		for i := len(s.endings) - 1; i >= 0; i-- {
			s.endings[i]()
		}
	})
	return nil
}

func shelfOf(r io.Reader, endings ...func()) (*shelf, error) {
	return &shelf{Reader: r, endings: endings}, nil
}

func openShelf(u string) (*shelf, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return shelfOf(resp.Body, func() { resp.Body.Close() })
}

func readsShelf(u string) ([]byte, error) {
	s, err := openShelf(u)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	return io.ReadAll(s)
}

// One that is made here has no endings, and closing it closes nothing.
func closesNothing(u string) ([]byte, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return nil, err
	}
	s := &shelf{Reader: resp.Body}
	defer s.Close()
	return io.ReadAll(s)
}

// The function that makes the shelf is a result itself.
type shelfMaker func(r io.Reader, endings ...func()) (*shelf, error)

func shelfMakerFor(limit int64) shelfMaker {
	if limit == 0 {
		return shelfOf
	}
	return func(r io.Reader, endings ...func()) (*shelf, error) {
		return &shelf{Reader: io.LimitReader(r, limit), endings: endings}, nil
	}
}

func openLimited(u string, limit int64) (*shelf, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return shelfMakerFor(limit)(resp.Body, func() { resp.Body.Close() })
}

func readsLimited(u string, limit int64) ([]byte, error) {
	s, err := openLimited(u, limit)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	return io.ReadAll(s)
}
