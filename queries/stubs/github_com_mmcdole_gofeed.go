package gofeed // import "github.com/mmcdole/gofeed"

import "io"

type Feed struct{}
type Parser struct{}

func NewParser() *Parser
func (f *Parser) Parse(feed io.Reader) (*Feed, error)
func (f *Parser) ParseURL(feedURL string) (feed *Feed, err error)
func (f *Parser) ParseString(feed string) (*Feed, error)
