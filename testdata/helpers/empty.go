package fixture

import "net/http"

// A helper that is true only where there is nothing to close.
func isEmpty(resp *http.Response) bool {
	return resp == nil || resp.Body == http.NoBody
}

func emptyReturnsEarly(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if isEmpty(resp) {
		return nil
	}
	return resp.Body.Close()
}

func emptyIsClosed(u string) error {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	if isEmpty(resp) {
		return resp.Body.Close()
	}
	return nil // via `returns with the body open`
}
