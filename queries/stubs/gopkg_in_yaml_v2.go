package yaml // import "gopkg.in/yaml.v2"

import "io"

type Decoder struct{}

func NewDecoder(r io.Reader) (dec *Decoder) //: wrap dec r
func (dec *Decoder) Decode(v any) error
func Marshal(in any) (out []byte, err error)
func Unmarshal(in []byte, out any) (err error)
