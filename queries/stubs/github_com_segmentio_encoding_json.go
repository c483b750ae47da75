package json // import "github.com/segmentio/encoding/json"

import "io"

type Decoder struct{}

func NewDecoder(r io.Reader) (d *Decoder) //: wrap d r
func (d *Decoder) Decode(v any) error
func (d *Decoder) DisallowUnknownFields()
func (d *Decoder) UseNumber()
func Marshal(v any) ([]byte, error)
func Unmarshal(b []byte, v any) error
