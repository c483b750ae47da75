package json // import "encoding/json/v2"

import (
	"encoding/json/jsontext"
	"io"
)

type Options = jsontext.Options

func Marshal(in any, opts ...Options) (out []byte, err error)
func MarshalEncode(out *jsontext.Encoder, in any, opts ...Options) (err error)
func MarshalWrite(out io.Writer, in any, opts ...Options) (err error)
func Unmarshal(in []byte, out any, opts ...Options) (err error)
func UnmarshalDecode(in *jsontext.Decoder, out any, opts ...Options) (err error)
func UnmarshalRead(in io.Reader, out any, opts ...Options) (err error)
