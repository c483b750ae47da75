package s2 // import "github.com/klauspost/compress/s2"

import "io"

type Reader struct{}
type ReaderOption func(*Reader) error

func NewReader(r io.Reader, opts ...ReaderOption) (z *Reader) //: wrap z r
func (z *Reader) Read(p []byte) (n int, err error)
func (z *Reader) WriteTo(w io.Writer) (n int64, err error)
