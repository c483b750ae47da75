package readability // import "github.com/go-shiori/go-readability", "codeberg.org/readeck/go-readability/*"

import (
	"io"
	"net/url"
)

type Article struct{ Title string }

func FromReader(input io.Reader, pageURL *url.URL) (Article, error)
