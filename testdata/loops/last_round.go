package fixture

import "net/http"

// The last link is known by the length of its own list.
func ownListEnds(links []string) error {
	for i, link := range links {
		resp, err := http.Get(link) // want `leaks-on-path`
		if err != nil {
			return err
		}
		if i < len(links)-1 { // via `when this is false`
			resp.Body.Close()
		}
	}
	return nil // via `returns with the body open`
}

// Another list may end before.
func anotherListEnds(links, others []string) error {
	for i, link := range links {
		resp, err := http.Get(link) // want `overwritten-response` // via `the next iteration overwrites it`
		if err != nil {
			return err
		}
		if i < len(others)-1 { // via `when this is false`
			resp.Body.Close()
		}
	}
	return nil
}

// A loop without an end has only its next iteration.
func endless(u string) {
	for {
		resp, err := http.Get(u) // want `never-closed` // via `the next iteration overwrites it`
		if err != nil {
			continue
		}
		_ = resp.StatusCode
	}
}

// So may a number that is not the one of the loop.
func anotherNumberEnds(n int, most func() int, u string) error {
	for i := range n {
		last := most() - 1
		resp, err := http.Get(u) // want `overwritten-response` // via `the next iteration overwrites it`
		if err != nil {
			return err
		}
		if i < last { // via `when this is false`
			resp.Body.Close()
		}
	}
	return nil
}
