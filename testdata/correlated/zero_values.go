// Variables that have no value yet: slices, maps, channels, functions and pointers are nil, what make and literals give is
// not, and an array never is.
package correlated

import (
	"encoding/json"
	"io"
	"net/http"
)

type headers map[string]string

type names []string

func isOpen(list []string) bool { return list == nil }

func zeroSlice(link string) {
	var wanted []string
	resp, err := http.Get(link)
	if err != nil {
		return
	}
	if wanted == nil {
		defer resp.Body.Close()
	}
	io.Copy(io.Discard, resp.Body)
}

func zeroMap(link string) {
	var extra map[string]string
	resp, err := http.Get(link)
	if err != nil {
		return
	}
	if extra == nil {
		defer resp.Body.Close()
	}
	io.Copy(io.Discard, resp.Body)
}

func zeroChannel(link string) {
	var done chan struct{}
	resp, err := http.Get(link)
	if err != nil {
		return
	}
	if done == nil {
		defer resp.Body.Close()
	}
	io.Copy(io.Discard, resp.Body)
}

func zeroNamedTypes(link string) {
	var extra headers
	var wanted names
	resp, err := http.Get(link)
	if err != nil {
		return
	}
	if extra == nil && wanted == nil {
		defer resp.Body.Close()
	}
	io.Copy(io.Discard, resp.Body)
}

func zeroResult(link string) (found []string, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	if found == nil {
		defer resp.Body.Close()
	}
	io.Copy(io.Discard, resp.Body)
	return found, nil
}

func madeSlice(link string) {
	wanted := make([]string, 0)
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return
	}
	if wanted == nil {
		defer resp.Body.Close()
	}
	io.Copy(io.Discard, resp.Body)
}

func madeMap(link string) {
	extra := make(headers)
	resp, err := http.Get(link)
	if err != nil {
		return
	}
	if extra != nil {
		defer resp.Body.Close()
	}
	io.Copy(io.Discard, resp.Body)
}

func filledLater(link string, more bool) {
	var wanted []string
	if more {
		wanted = append(wanted, link)
	}
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return
	}
	if wanted == nil {
		defer resp.Body.Close()
	}
	io.Copy(io.Discard, resp.Body)
}

func partOfArray(link string) {
	var room [4]string
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return
	}
	if isOpen(room[:]) {
		defer resp.Body.Close()
	}
	io.Copy(io.Discard, resp.Body)
}

// What a callee gets the address of has whatever value the callee gives it.
func decoded(link string) error {
	var data map[string]string
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if err := json.NewDecoder(resp.Body).Decode(&data); err != nil {
		resp.Body.Close()
		return err
	}
	if data == nil { // via `when this is false`
		resp.Body.Close()
	}
	return nil
}

type wishes struct{ isClosing bool }

func decodedSwitch(link, text string) error {
	var wanted wishes
	if err := json.Unmarshal([]byte(text), &wanted); err != nil {
		return err
	}
	if !wanted.isClosing {
		return nil
	}
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func set(wanted *wishes) { wanted.isClosing = true }

func setByOwn(link string) error {
	var wanted wishes
	set(&wanted)
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	if wanted.isClosing {
		defer resp.Body.Close()
	}
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func (w *wishes) load(text string) error { return json.Unmarshal([]byte(text), w) }

func loadedByMethod(link, text string) error {
	var wanted wishes
	if err := wanted.load(text); err != nil {
		return err
	}
	if !wanted.isClosing {
		return nil
	}
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
