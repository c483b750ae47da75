// xmlquery: a document is read into memory; LoadURL closes its own response.
package p

import (
	"net/http"

	"github.com/antchfx/xmlquery"
)

func forgets(link string) (any, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return xmlquery.Parse(resp.Body)
}

func closes(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return xmlquery.Parse(resp.Body)
}
