package jsoniter // import "github.com/json-iterator/go"

import "io"

type Decoder struct{}

func NewDecoder(r io.Reader) (dec *Decoder) //: wrap dec r
func (dec *Decoder) Decode(v any) error
func Marshal(v any) ([]byte, error)
func Unmarshal(data []byte, v any) error
