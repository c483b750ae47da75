// Two answers, one survives.
package p

import (
	"errors"
	"net/http"
)

// The loser of the comparison is never closed: each of the two may lose.
func better(a, b string) error {
	first, err := http.Get(a) // want `leaks-on-path`
	if err != nil {
		return err
	}
	second, err := http.Get(b) // want `leaks-on-path`
	if err != nil {
		first.Body.Close()
		return err
	}
	winner := first
	if second.StatusCode < first.StatusCode {
		winner = second
	}
	return winner.Body.Close()
}

func betterClosed(a, b string) error {
	first, err := http.Get(a)
	if err != nil {
		return err
	}
	second, err := http.Get(b)
	if err != nil {
		first.Body.Close()
		return err
	}
	winner, loser := first, second
	if second.StatusCode < first.StatusCode {
		winner, loser = loser, winner
	}
	loser.Body.Close()
	return winner.Body.Close()
}

func swapped(a, b string) error {
	first, err := http.Get(a)
	if err != nil {
		return err
	}
	defer first.Body.Close()
	second, err := http.Get(b)
	if err != nil {
		return err
	}
	first, second = second, first
	return first.Body.Close()
}

// After the swap the name second means the first answer, which is closed already.
func swappedForgets(a, b string) error {
	first, err := http.Get(a)
	if err != nil {
		return err
	}
	defer first.Body.Close()
	second, err := http.Get(b) // want `never-closed`
	if err != nil {
		return err
	}
	first, second = second, first
	return second.Body.Close()
}

func eitherSource(link string, cached *http.Response) (int, error) {
	resp := cached
	if resp == nil {
		var err error
		if resp, err = http.Get(link); err != nil {
			return 0, err
		}
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func eitherSourceForgets(link string, cached *http.Response) (int, error) {
	resp := cached
	if resp == nil {
		var err error
		if resp, err = http.Get(link); err != nil { // want `leaks-on-path`
			return 0, err
		}
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return 0, errors.New(resp.Status) // via `returns with the body open`
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}
