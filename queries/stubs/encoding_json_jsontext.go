package jsontext // import "encoding/json/jsontext"

import (
	"io"
)

type Value []byte
type Options any
type Decoder struct{}

func NewDecoder(r io.Reader, opts ...Options) (dec *Decoder) //: wrap dec r
func (d *Decoder) PeekKind() Kind
func (d *Decoder) ReadToken() (Token, error)
func (d *Decoder) ReadValue() (Value, error)
func (d *Decoder) SkipValue() error

type Encoder struct{}

func NewEncoder(w io.Writer, opts ...Options) *Encoder
func (e *Encoder) WriteToken(t Token) error
func (e *Encoder) WriteValue(v Value) error

type Kind byte
type Token struct{}
