package yaml // import "github.com/goccy/go-yaml"

import "io"

type DecodeOption func(d *Decoder) error
type Decoder struct{}

func NewDecoder(r io.Reader, opts ...DecodeOption) (dec *Decoder) //: wrap dec r
func (dec *Decoder) Decode(v any) error
