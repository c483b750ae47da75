package cbor // import "github.com/fxamacker/cbor/*"

import "io"

type Decoder struct{}

func NewDecoder(r io.Reader) (d *Decoder) //: wrap d r
func (d *Decoder) Decode(v any) error
func Marshal(v any) ([]byte, error)
func Unmarshal(data []byte, v any) error
