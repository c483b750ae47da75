package html // import "golang.org/x/net/html"

import "io"

type Node struct {
	Parent, FirstChild, LastChild, PrevSibling, NextSibling *Node

	Type      NodeType
	Data      string
	Namespace string
	Attr      []Attribute
}
type NodeType uint32
type Attribute struct {
	Namespace, Key, Val string
}
type ParseOption func(p *parser)
type parser struct{}

func Parse(r io.Reader) (*Node, error)
func ParseFragment(r io.Reader, context *Node) ([]*Node, error)
func ParseWithOptions(r io.Reader, opts ...ParseOption) (*Node, error)
func Render(w io.Writer, n *Node) error

type Tokenizer struct{}

func NewTokenizer(r io.Reader) (z *Tokenizer) //: wrap z r
func (z *Tokenizer) Err() error
