// Package kiln is another module of the tree, which shop requires: neither go.work nor replace names it.
package kiln

import "net/http"

// Fire returns an open response.
func Fire(link string) (*http.Response, error) {
	return http.Get(link)
}

// Empty closes what it gets.
func Empty(resp *http.Response) {
	resp.Body.Close()
}
