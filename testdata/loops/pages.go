// Pagination: the next link comes out of the body that is still open.
package p

import (
	"encoding/json"
	"errors"
	"net/http"
)

type page struct {
	Items []string `json:"items"`
	Next  string   `json:"next"`
}

func allItems(link string) (items []string, err error) {
	for link != "" {
		resp, err := http.Get(link)
		if err != nil {
			return nil, err
		}
		var p page
		err = json.NewDecoder(resp.Body).Decode(&p)
		resp.Body.Close()
		if err != nil {
			return nil, err
		}
		items, link = append(items, p.Items...), p.Next
	}
	return items, nil
}

func allItemsDecodeFails(link string) (items []string, err error) {
	for link != "" {
		resp, err := http.Get(link) // want `leaks-on-path`
		if err != nil {
			return nil, err
		}
		var p page
		if err := json.NewDecoder(resp.Body).Decode(&p); err != nil { // via `when this is true`
			return nil, err // via `returns with the body open`
		}
		resp.Body.Close()
		items, link = append(items, p.Items...), p.Next
	}
	return items, nil
}

// The closing defer belongs to the first page.
func deferredFirstPage(link string) (items []string, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	for {
		var p page
		if err := json.NewDecoder(resp.Body).Decode(&p); err != nil {
			return nil, err
		}
		items = append(items, p.Items...)
		if p.Next == "" {
			return items, nil
		}
		resp, err = http.Get(p.Next) // want `never-closed`
		if err != nil {
			return nil, err
		}
	}
}

// The for statement asks in its init and post parts.
func askInPost(first string, next func(*http.Response) string) error {
	resp, err := http.Get(first)
	for ; err == nil; resp, err = http.Get(first) {
		first = next(resp)
		resp.Body.Close()
		if first == "" {
			return nil
		}
	}
	return err
}

func askInPostForgets(first string, next func(string) string) error {
	resp, err := http.Get(first)                    // want `leaks-on-path`
	for ; err == nil; resp, err = http.Get(first) { // want `leaks-on-path`
		first = next(resp.Header.Get("Link"))
		if first == "" { // via `when this is true`
			return nil // via `returns with the body open`
		}
		resp.Body.Close()
	}
	return err
}

func countPages(link string) (n int, err error) {
	for n = 0; n < 100; n++ {
		resp, err := http.Get(link) // want `leaks-on-path`
		if err != nil {
			return n, err
		}
		next := resp.Header.Get("Link")
		if next == "" { // via `when this is true`
			return n, nil // via `returns with the body open`
		}
		resp.Body.Close()
		link = next
	}
	return n, errors.New("too many pages")
}

// A do-while: the body is closed in the condition's own helper.
func untilDone(link string) error {
	for done := false; !done; {
		resp, err := http.Get(link)
		if err != nil {
			return err
		}
		done = finished(resp)
	}
	return nil
}

func finished(resp *http.Response) bool {
	defer resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}

// Nothing leaves this loop but the process.
func forEver(link string, beat chan<- int) {
	resp, err := http.Get(link)
	if err != nil {
		return
	}
	chunk := make([]byte, 1024)
	for {
		n, _ := resp.Body.Read(chunk)
		beat <- n
	}
}
