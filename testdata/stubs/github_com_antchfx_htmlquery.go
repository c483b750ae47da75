// htmlquery: a document is read into memory; LoadURL closes its own response.
package p

import (
	"net/http"

	"github.com/antchfx/htmlquery"
)

func forgets(link string) (any, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return htmlquery.Parse(resp.Body)
}

func closes(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return htmlquery.Parse(resp.Body)
}
