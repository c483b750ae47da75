// Constants whose values are not known, such as those of `iota`, are known by their names, here and in callees.
package correlated

import (
	"errors"
	"net/http"
)

type gauge int

const (
	ebb gauge = iota
	flood
	slack
)

const prefix = "tide-"

const (
	lowMark  = prefix + "low"
	highMark = prefix + "high"
)

func closeAtFlood(resp *http.Response, at gauge) {
	if at == flood {
		resp.Body.Close()
	}
}

func closeAtMark(resp *http.Response, mark string) {
	switch mark {
	case highMark:
		resp.Body.Close()
	}
}

func atFlood(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	closeAtFlood(resp, flood)
	return nil
}

func atHighMark(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	closeAtMark(resp, highMark)
	return nil
}

func atEbb(u string) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	closeAtFlood(resp, ebb)
	return nil
}

func ifFlood(u string, at gauge) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if at == flood {
		closeAtFlood(resp, at)
		return nil
	}
	return resp.Body.Close()
}

// Two names may be one value.
func notOneValue(u string, at gauge) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	switch at {
	case ebb:
		resp.Body.Close()
	case flood:
		return errors.New("flood")
	case slack:
		resp.Body.Close()
	default:
		resp.Body.Close()
	}
	return nil
}
