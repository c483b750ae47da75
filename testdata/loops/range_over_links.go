// One request per element.
package p

import (
	"errors"
	"io"
	"net/http"
	"strings"
)

func sumOfSizes(links []string) (total int64) {
	for _, link := range links {
		resp, err := http.Get(link) // want `never-closed`
		if err != nil {
			continue
		}
		total += resp.ContentLength
	}
	return total
}

func sumOfSizesClosed(links []string) (total int64) {
	for _, link := range links {
		resp, err := http.Head(link)
		if err != nil {
			continue
		}
		total += resp.ContentLength
		resp.Body.Close()
	}
	return total
}

func firstMatch(links []string, want int) string {
	for _, link := range links {
		resp, err := http.Get(link) // want `leaks-on-path`
		if err != nil {
			continue
		}
		if resp.StatusCode == want { // via `when this is true`
			return link // via `returns with the body open`
		}
		resp.Body.Close()
	}
	return ""
}

func brokenOff(links []string) (last string) {
	for _, link := range links {
		resp, err := http.Get(link) // want `leaks-on-path`
		if err != nil {
			continue
		}
		last = link
		if resp.StatusCode != http.StatusOK { // via `when this is true`
			break
		}
		resp.Body.Close()
	}
	return last // via `returns with the body open`
}

func brokenOffClosed(links []string) (last string) {
	for _, link := range links {
		resp, err := http.Get(link)
		if err != nil {
			break
		}
		last = link
		good := resp.StatusCode == http.StatusOK
		resp.Body.Close()
		if !good {
			break
		}
	}
	return last
}

// What the loop found is used and closed behind it.
func pickFirst(links []string) ([]byte, error) {
	var picked *http.Response
	for _, link := range links {
		resp, err := http.Get(link)
		if err != nil {
			continue
		}
		if resp.StatusCode == http.StatusOK {
			picked = resp
			break
		}
		resp.Body.Close()
	}
	if picked == nil {
		return nil, errors.New("none")
	}
	defer picked.Body.Close()
	return io.ReadAll(picked.Body)
}

// Without the break the next good answer replaces the one before.
func pickLast(links []string) ([]byte, error) {
	var picked *http.Response
	for _, link := range links {
		resp, err := http.Get(link) // want `overwritten-response`
		if err != nil {
			continue
		}
		if resp.StatusCode != http.StatusOK {
			resp.Body.Close()
			continue
		}
		picked = resp // via `overwritten here`
	}
	if picked == nil {
		return nil, errors.New("none")
	}
	defer picked.Body.Close()
	return io.ReadAll(picked.Body)
}

func pickLastClosed(links []string) ([]byte, error) {
	var picked *http.Response
	for _, link := range links {
		resp, err := http.Get(link)
		if err != nil {
			continue
		}
		if picked != nil {
			picked.Body.Close()
		}
		picked = resp
	}
	if picked == nil {
		return nil, errors.New("none")
	}
	defer picked.Body.Close()
	return io.ReadAll(picked.Body)
}

func headers(links []string) map[string]http.Header {
	found := map[string]http.Header{}
	for i := len(links) - 1; i >= 0; i-- {
		resp, err := http.Get(links[i])
		if err != nil || !strings.HasPrefix(resp.Proto, "HTTP/") {
			if err == nil {
				resp.Body.Close()
			}
			continue
		}
		found[links[i]] = resp.Header
		resp.Body.Close()
	}
	return found
}

// Leaves two loops at once, past the close.
func labelledBreak(groups map[string][]string) (hit string) {
search:
	for name, links := range groups {
		for _, link := range links {
			resp, err := http.Get(link) // want `leaks-on-path`
			if err != nil {
				continue search
			}
			if resp.StatusCode == http.StatusTeapot { // via `when this is true`
				hit = name
				break search
			}
			resp.Body.Close()
		}
	}
	return hit // via `returns with the body open`
}

func labelledBreakClosed(groups map[string][]string) (hit string) {
search:
	for name, links := range groups {
		for _, link := range links {
			resp, err := http.Get(link)
			if err != nil {
				continue search
			}
			resp.Body.Close()
			if resp.StatusCode == http.StatusTeapot {
				hit = name
				break search
			}
		}
	}
	return hit
}
