package toml // import "github.com/pelletier/go-toml/v2"

import "io"

type Decoder struct{}

func NewDecoder(r io.Reader) (dec *Decoder) //: wrap dec r
func (dec *Decoder) Decode(v any) error
func Unmarshal(data []byte, v any) error
