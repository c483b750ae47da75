// slices: what is copied holds what it is made of, and functions are called.
package p

import (
	"net/http"
	"slices"
)

func first(links []string) int {
	var resp *http.Response
	slices.IndexFunc(links, func(link string) bool {
		var err error
		resp, err = http.Get(link) // want `never-closed`
		return err == nil
	})
	if resp == nil {
		return 0
	}
	return resp.StatusCode
}

func clones(link string) ([]*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return slices.Clone([]*http.Response{resp}), nil
}

func inserts(all []*http.Response, link string) ([]*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return slices.Insert(all, 0, resp), nil
}
