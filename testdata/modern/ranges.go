// Range over integers, functions and iterators; min, max, clear.
package p

import (
	"errors"
	"io"
	"iter"
	"maps"
	"net/http"
	"slices"
)

func rangeInt(link string) (codes []int) {
	for i := range 3 {
		resp, err := http.Get(link) // want `never-closed`
		if err != nil {
			continue
		}
		codes = append(codes, i+resp.StatusCode)
	}
	return codes
}

func rangeIntClosed(link string) (codes []int) {
	for range 3 {
		resp, err := http.Get(link)
		if err != nil {
			continue
		}
		codes = append(codes, max(resp.StatusCode, 100))
		resp.Body.Close()
	}
	return codes
}

// each asks for one link after the other and closes what the loop has seen.
func each(links []string) iter.Seq2[*http.Response, error] {
	return func(yield func(*http.Response, error) bool) {
		for _, link := range links {
			resp, err := http.Get(link)
			if err != nil {
				if !yield(nil, err) {
					return
				}
				continue
			}
			more := yield(resp, nil)
			resp.Body.Close()
			if !more {
				return
			}
		}
	}
}

func rangeOwned(links []string) (n int) {
	for resp, err := range each(links) {
		if err != nil {
			continue
		}
		n += resp.StatusCode
	}
	return n
}

func rangeLinks(links iter.Seq[string]) error {
	for link := range links {
		resp, err := http.Get(link) // want `leaks-on-path`
		if err != nil {
			return err
		}
		if resp.StatusCode != http.StatusOK { // via `when this is true`
			return errors.New(resp.Status) // via `returns with the body open`
		}
		resp.Body.Close()
	}
	return nil
}

func rangeSorted(links map[string]string) error {
	for _, name := range slices.Sorted(maps.Keys(links)) {
		resp, err := http.Get(links[name])
		if err != nil {
			return err
		}
		_, err = io.Copy(io.Discard, resp.Body)
		if err := errors.Join(err, resp.Body.Close()); err != nil {
			return err
		}
	}
	clear(links)
	return nil
}

// The body of the loop is called by the iterator, its return leaves the function.
func rangeFunc(each func(yield func(string) bool), link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	for header := range each {
		if resp.Header.Get(header) == "" { // via `when this is true`
			return errors.New("missing " + header) // via `returns with the body open`
		}
	}
	return resp.Body.Close()
}

func rangeFuncClosed(each func(yield func(string) bool), link string) (missing int, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	for header := range each {
		if resp.Header.Get(header) == "" {
			missing++
			continue
		}
	}
	return missing, nil
}

func rangeNothing(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	for range 0 {
		println("never")
	}
	return resp.Body.Close()
}
