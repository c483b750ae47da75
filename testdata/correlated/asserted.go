package fixture

import "net/http"

type status struct{}

func (*status) Error() string { return "status" }

// An error that is not nil may hold a pointer that is.
func pointerInError(u string, failure error) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if failure != nil {
		if known := failure.(*status); known == nil { // via `when this is true`
			return nil // via `returns with the body open`
		}
	}
	return resp.Body.Close()
}
