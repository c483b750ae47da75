package xmlquery // import "github.com/antchfx/xmlquery"

import "io"

type Node struct{}

func LoadURL(url string) (*Node, error)
func Parse(r io.Reader) (*Node, error)
func ParseWithOptions(r io.Reader, options any) (*Node, error)
func Find(top *Node, expr string) []*Node
func FindOne(top *Node, expr string) *Node
func (n *Node) InnerText() string
