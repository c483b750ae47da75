package toml // import "github.com/BurntSushi/toml"

import "io"

type MetaData struct{}
type Decoder struct{}

func NewDecoder(r io.Reader) (dec *Decoder) //: wrap dec r
func (dec *Decoder) Decode(v any) (MetaData, error)
func Decode(data string, v any) (MetaData, error)
func DecodeReader(r io.Reader, v any) (MetaData, error)
func Unmarshal(data []byte, v any) error
