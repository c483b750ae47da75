package toml // import "github.com/pelletier/go-toml"

import "io"

type Tree struct{}
type Decoder struct{}

func NewDecoder(r io.Reader) (dec *Decoder) //: wrap dec r
func (dec *Decoder) Decode(v any) error
func Load(content string) (tree *Tree, err error)
func LoadReader(reader io.Reader) (tree *Tree, err error)
func Unmarshal(data []byte, v any) error
