// Where a defer can go for sure: behind the check, once.
package fixes

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

func plain(u string) (int, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil // via `returns with the body open`
}

// What stands between call and check does not matter.
func between(u string) ([]byte, error) {
	resp, err := http.Get(u) // want `never-closed`
	// counted, whatever came of it
	requests++
	log.Print(u)
	if err != nil {
		return nil, err
	} // the usual

	return io.ReadAll(resp.Body) // via `returns with the body open`
}

// A defer further down is moved, with its comment.
func moved(u string, v any) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return fmt.Errorf("status %s", resp.Status) // via `returns with the body open`
	}

	// do not forget
	defer resp.Body.Close()

	return json.NewDecoder(resp.Body).Decode(v)
}

// Between check and defer the variable gets another value: moving would close the wrong one.
func movedNot(u, v string) error {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	fmt.Println(resp.Status)
	resp, err = http.Get(v)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

// Closed by hand at the end only: the defer comes before, and closing twice does no harm.
func twice(u string) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if _, err := io.Copy(os.Stdout, resp.Body); err != nil { // via `when this is true`
		return err // via `returns with the body open`
	}
	return resp.Body.Close()
}

// The variable is used for two requests; each defer closes the body that is there when it is reached.
func reused(u, v string) error {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	fmt.Println(resp.Status)
	resp, err = http.Get(v) // want `never-closed`
	if err != nil {
		return err
	}
	fmt.Println(resp.Status)
	return nil // via `returns with the body open`
}

func inIf(u string) {
	if resp, err := http.Get(u); err != nil { // want `never-closed`
		log.Print(err)
	} else {
		fmt.Println(resp.Status)
	}
}

func inIfWithoutElse(u string) error {
	if _, err := os.Stat(u); err != nil {
		return err
	}
	if resp, err := http.Get(u); err != nil || resp == nil { // want `never-closed`
		return err
	}
	return nil // via `returns with the body open`
}

func inIfSuccess(u string) int {
	if resp, err := http.Get(u); err == nil { // want `never-closed`
		return resp.StatusCode // via `returns with the body open`
	}
	return 0
}

func fatal(u string) {
	resp, err := http.Get(u) // want `never-closed`
	if nil != err {
		log.Fatalf("get: %v", err)
	}
	fmt.Println(resp.Status)
} // via `the function ends with the body open`

func declared(u string) error {
	var resp, err = http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	fmt.Println(resp.Status)
	return nil // via `returns with the body open`
}

// A body that goes by another name.
func alias(u string) ([]byte, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return nil, err
	}
	body := resp.Body
	return io.ReadAll(body) // via `returns with the body open`
}

// The error is never looked at: a deferred close needs a test of the response.
func unchecked(u string) int {
	resp, _ := http.Get(u)         // want `never-closed`
	fmt.Println(resp.StatusCode)   // the body
	return len(resp.Header["Tag"]) // via `returns with the body open`
}

// Two requests in one function.
func both(u, v string) error {
	first, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	second, err := http.Get(v) // want `never-closed`
	if err != nil {
		return err // via `returns with the body open`
	}
	fmt.Println(first.Status, second.Status)
	return nil // via `returns with the body open`
}

// The variable of a function around it.
func literal(u string) func() error {
	return func() error {
		resp, err := http.Get(u) // want `never-closed`
		if err != nil {
			return err
		}
		fmt.Println(resp.Status)
		return nil // via `returns with the body open`
	}
}

var requests int
