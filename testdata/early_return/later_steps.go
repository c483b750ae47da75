// Something between the request and the close goes wrong.
package p

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

func fileCannotBeCreated(link, dir string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	out, err := os.Create(filepath.Join(dir, "download"))
	if err != nil { // via `when this is true`
		return err // via `returns with the body open`
	}
	defer out.Close()
	defer resp.Body.Close()
	_, err = io.Copy(out, resp.Body)
	return err
}

func fileCreatedFirst(link, dir string) error {
	out, err := os.Create(filepath.Join(dir, "download"))
	if err != nil {
		return err
	}
	defer out.Close()
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(out, resp.Body)
	return err
}

func badNumber(link string) (int, error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	left, err := strconv.Atoi(resp.Header.Get("X-Ratelimit-Remaining"))
	if err != nil { // via `when this is true`
		return 0, fmt.Errorf("rate limit: %w", err) // via `returns with the body open`
	}
	resp.Body.Close()
	return left, nil
}

func decodeFails(link string) (map[string]any, error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	var doc map[string]any
	if err := json.NewDecoder(resp.Body).Decode(&doc); err != nil { // via `when this is true`
		return nil, err // via `returns with the body open`
	}
	resp.Body.Close()
	return doc, nil
}

func decodeFailsClosed(link string) (map[string]any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	var doc map[string]any
	err = json.NewDecoder(resp.Body).Decode(&doc)
	resp.Body.Close()
	if err != nil {
		return nil, err
	}
	return doc, nil
}

func foundInStream(link, word string) (int, error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	lines := bufio.NewScanner(resp.Body)
	for number := 1; lines.Scan(); number++ {
		if strings.Contains(lines.Text(), word) { // via `when this is true`
			return number, nil // via `returns with the body open`
		}
	}
	resp.Body.Close()
	return 0, lines.Err()
}

func foundInStreamBreak(link, word string) (found bool, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return false, err
	}
	lines := bufio.NewScanner(resp.Body)
	for lines.Scan() {
		if found = strings.Contains(lines.Text(), word); found {
			break
		}
	}
	resp.Body.Close()
	return found, lines.Err()
}

func nestedChecks(link string, strict bool, limit int64) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if strict {
		if resp.ContentLength > limit { // via `when this is true`
			return errors.New("too large") // via `returns with the body open`
		}
	}
	defer resp.Body.Close()
	_, err = io.CopyN(io.Discard, resp.Body, limit)
	return err
}

func nestedChecksClosed(link string, strict bool, limit int64) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	if strict {
		if resp.ContentLength > limit {
			resp.Body.Close()
			return errors.New("too large")
		}
	}
	defer resp.Body.Close()
	_, err = io.CopyN(io.Discard, resp.Body, limit)
	return err
}

// All failures go through one variable; the close stands before the only return.
func singleExit(link string) (err error) {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		err = errors.New(resp.Status)
	} else if resp.ContentLength == 0 {
		err = io.ErrUnexpectedEOF
	} else {
		_, err = io.Copy(io.Discard, resp.Body)
	}
	resp.Body.Close()
	return err
}
