package simplejson // import "github.com/bitly/go-simplejson"

import "io"

type Json struct{}

func NewJson(body []byte) (*Json, error)
func NewFromReader(r io.Reader) (*Json, error)
