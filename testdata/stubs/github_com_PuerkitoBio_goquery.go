// goquery: a document of a response closes it, a document of a reader does not.
package p

import (
	"net/http"

	"github.com/PuerkitoBio/goquery"
)

func ofResponse(link string) (*goquery.Document, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return goquery.NewDocumentFromResponse(resp)
}

func ofReader(link string) (*goquery.Document, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return goquery.NewDocumentFromReader(resp.Body)
}

func ofReaderCloses(link string) (*goquery.Document, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return goquery.NewDocumentFromReader(resp.Body)
}
