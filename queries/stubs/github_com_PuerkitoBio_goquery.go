package goquery // import "github.com/PuerkitoBio/goquery"

import (
	"io"
	"net/http"
	"net/url"
)

type Document struct {
	*Selection
	Url *url.URL
}
type Selection struct{}

func NewDocument(url string) (*Document, error)
func NewDocumentFromReader(r io.Reader) (*Document, error)
func NewDocumentFromResponse(res *http.Response) (*Document, error) //: close res
