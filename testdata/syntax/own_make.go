package fixture

import "net/http"

// A function of one's own called make: its calls are no type expressions, and what follows them is read.
func ownMake(u string) error {
	make := func(n int) int { return n + 1 }
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	_ = make(100)
	defer resp.Body.Close()
	return nil
}

func ownMakeLeaks(u string) (int, error) {
	var make func(n int) int
	make = func(n int) int {
		if n > 0 {
			return make(n - 1)
		}
		return 0
	}
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return make(resp.StatusCode - 200), nil // via `returns with the body open`
}
