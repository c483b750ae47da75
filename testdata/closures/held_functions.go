// Functions that close, reached through what holds them.
package closures

import (
	"errors"
	"net/http"

	"example.com/unseen"
)

// A list of closers that append has made.
func calledFromList(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	closers := append([]func() error(nil), resp.Body.Close)
	return closers[0]()
}

func leftInList(link string) int {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return 0
	}
	closers := append([]func() error(nil), resp.Body.Close)
	return len(closers)
}

// A struct that cannot be seen, filled by position: what its Close closes is what it was given.
func closedByHolder(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	pair := unseen.Pair{resp.Body, link}
	return pair.CloseAll()
}

func leftInHolder(link string) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return
	}
	pair := unseen.Pair{resp.Body, link}
	_ = pair
}

// A literal that calls itself is not run again inside itself: what it assigns is unknown then.
func recursive(link string, depth int) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	isDeep := false
	var descend func(depth int)
	descend = func(depth int) {
		isDeep = depth > 100
		if depth > 0 {
			descend(depth - 1)
		}
	}
	descend(depth)
	if isDeep {
		return errors.New("deep")
	}
	return resp.Body.Close()
}

func recursiveCloses(link string, depth int) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	isDeep := false
	var descend func(depth int)
	descend = func(depth int) {
		isDeep = depth > 100
		if depth > 0 {
			descend(depth - 1)
		}
	}
	descend(depth)
	resp.Body.Close()
	if isDeep {
		return errors.New("deep")
	}
	return nil
}
