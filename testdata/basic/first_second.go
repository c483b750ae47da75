// Two requests in one function: each body has its own fate.
package p

import (
	"encoding/json"
	"io"
	"net/http"
)

// When the second request fails, the first body stays open.
func secondFails(first, second string) error {
	r1, err := http.Get(first) // want `leaks-on-path`
	if err != nil {
		return err
	}
	r2, err := http.Get(second)
	if err != nil { // via `when this is true`
		return err // via `returns with the body open`
	}
	defer r1.Body.Close()
	defer r2.Body.Close()
	return nil
}

func secondFailsClosed(first, second string) error {
	r1, err := http.Get(first)
	if err != nil {
		return err
	}
	defer r1.Body.Close()
	r2, err := http.Get(second)
	if err != nil {
		return err
	}
	defer r2.Body.Close()
	return nil
}

// One variable for both: the first body is lost when the second request goes out.
func sameVariable(token, list string) ([]string, error) {
	resp, err := http.Get(token) // want `never-closed`
	if err != nil {
		return nil, err
	}
	key := resp.Header.Get("X-Key")
	resp, err = http.Get(list + "?key=" + key) // via `overwritten here`
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var names []string
	return names, json.NewDecoder(resp.Body).Decode(&names)
}

// The defer has taken the first body; the variable is free for the second.
func sameVariableDeferred(token, list string) error {
	resp, err := http.Get(token)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	resp, err = http.Get(list)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

// The defer evaluates resp.Body now: the second answer is nobody's.
func deferTakesTheFirst(token, list string) (int, error) {
	resp, err := http.Get(token)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	resp, err = http.Get(list) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The literal reads the variable at the end and closes the second answer only.
func literalTakesTheLast(token, list string) error {
	resp, err := http.Get(token) // want `overwritten-response`
	if err != nil {
		return err
	}
	defer func() {
		if resp != nil {
			resp.Body.Close()
		}
	}()
	if resp.StatusCode == http.StatusOK {
		return nil
	}
	resp, err = http.Get(list) // via `overwritten here`
	return err
}

func closedInBetween(token, list string) error {
	resp, err := http.Get(token)
	if err != nil {
		return err
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
	if resp, err = http.Get(list); err != nil {
		return err
	}
	return resp.Body.Close()
}

// The fallback replaces an answer that was bad, and the bad one stays open.
func fallback(primary, backup string) error {
	resp, err := http.Get(primary) // want `overwritten-response`
	if err != nil {
		return err
	}
	if resp.StatusCode >= 500 { // via `when this is true`
		resp, err = http.Get(backup) // via `overwritten here`
		if err != nil {
			return err
		}
	}
	defer resp.Body.Close()
	return nil
}

func fallbackClosed(primary, backup string) error {
	resp, err := http.Get(primary)
	if err == nil && resp.StatusCode >= 500 {
		resp.Body.Close()
		resp, err = http.Get(backup)
	}
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

// Only a failed request is repeated: there was no body.
func fallbackOnError(primary, backup string) error {
	resp, err := http.Get(primary)
	if err != nil {
		resp, err = http.Get(backup)
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
