// html: a parser reads, and closes nothing.
package p

import (
	"net/http"

	"golang.org/x/net/html"
)

func forgets(link string) (*html.Node, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return html.Parse(resp.Body)
}

func closes(link string) (*html.Node, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return html.Parse(resp.Body)
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func tokens(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return html.NewTokenizer(resp.Body), nil
}
