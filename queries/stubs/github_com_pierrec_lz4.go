package lz4 // import "github.com/pierrec/lz4/*"

import "io"

type Reader struct{}

func NewReader(r io.Reader) (z *Reader) //: wrap z r
func (z *Reader) Read(buf []byte) (n int, err error)
func (z *Reader) WriteTo(w io.Writer) (n int64, err error)
