package fixture

import "net/http"

// A function that cannot be seen and returns nothing but a decision finds no fault with an error that is nil.
func oneResult(isBad func(error) bool, u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if isBad(err) {
		return nil
	}
	return resp.Body.Close()
}

// Of one that returns more, nothing is known.
func twoResults(look func(error) (bool, int), u string) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if stop, _ := look(err); stop { // via `when this is true`
		return nil // via `returns with the body open`
	}
	return resp.Body.Close()
}
