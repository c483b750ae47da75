// Package standins has implementers that say nothing of the program: a generated mock, and one in a test.
package standins

import "net/http"

type viewer interface {
	view(resp *http.Response) int
}

type window struct{}

func (window) view(resp *http.Response) int { return resp.StatusCode }

func Viewed(v viewer, u string) (int, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return v.view(resp), nil // via `returns with the body open`
}
