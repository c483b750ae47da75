// maps: what is copied holds what it is made of, and functions are called.
package p

import (
	"maps"
	"net/http"
)

func last(links map[string]string) int {
	var resp *http.Response
	maps.DeleteFunc(links, func(name, link string) bool {
		var err error
		resp, err = http.Get(link) // want `never-closed`
		return err != nil
	})
	if resp == nil {
		return 0
	}
	return resp.StatusCode
}

func clones(link string) (map[string]*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return maps.Clone(map[string]*http.Response{link: resp}), nil
}

func copies(all map[string]*http.Response, link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	maps.Copy(all, map[string]*http.Response{link: resp})
	return nil
}
