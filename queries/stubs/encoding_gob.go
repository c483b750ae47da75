package gob // import "encoding/gob"

import (
	"io"
	"reflect"
)

func Register(value any)
func RegisterName(name string, value any)

type Decoder struct{}

func NewDecoder(r io.Reader) (dec *Decoder) //: wrap dec r
func (dec *Decoder) Decode(e any) error
func (dec *Decoder) DecodeValue(v reflect.Value) error

type Encoder struct{}

func NewEncoder(w io.Writer) *Encoder
func (enc *Encoder) Encode(e any) error
func (enc *Encoder) EncodeValue(value reflect.Value) error
