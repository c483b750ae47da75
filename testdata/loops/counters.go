// Loops whose rounds are counted: what is known of the bound says whether another one can come.
package fixture

import (
	"errors"
	"net/http"
)

// A bound of at most 2 makes two rounds, the first of which closes.
func twoRounds(u string, rounds int) (*http.Response, error) {
	var resp *http.Response
	var err error
	if rounds > 2 {
		rounds = 2
	}
	for i := 0; i < rounds; i++ {
		resp, err = http.Get(u)
		if err != nil {
			return nil, err
		}
		if i == 0 && rounds > 1 {
			resp.Body.Close()
		}
	}
	return resp, nil
}

func neitherRoundCloses(u string, rounds int) (*http.Response, error) {
	var resp *http.Response
	var err error
	if rounds > 2 {
		rounds = 2
	}
	for i := 0; i < rounds; i++ {
		resp, err = http.Get(u) // want `overwritten-response`
		if err != nil {
			return nil, err
		}
	}
	return resp, nil
}

// The loop runs at least once, and closes.
func atLeastOnce(u string, rounds int) error {
	if rounds < 1 {
		return errors.New("no rounds")
	}
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	for i := 0; i < rounds; i++ {
		resp.Body.Close()
	}
	return nil
}

func maybeNever(u string, rounds int) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	for i := 0; i < rounds; i++ {
		resp.Body.Close()
	}
	return nil // via `returns with the body open`
}

func constantBound(u string) error {
	const rounds = 3
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	for i := 0; i < rounds; i++ {
		resp.Body.Close()
	}
	return nil
}

// A list that is not empty.
func notEmpty(u string, names []string) error {
	if len(names) == 0 {
		return errors.New("no names")
	}
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	for range names {
		resp.Body.Close()
	}
	return nil
}

func maybeEmpty(u string, names []string) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	for range names {
		resp.Body.Close()
	}
	return nil
}
