package transform // import "golang.org/x/text/transform"

import "io"

type Transformer interface {
	Reset()
}
type Reader struct{}

func NewReader(r io.Reader, t Transformer) (z *Reader) //: wrap z r
func (r *Reader) Read(p []byte) (int, error)
