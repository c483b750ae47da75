package xz // import "github.com/ulikunitz/xz"

import "io"

type Reader struct{}

func NewReader(xz io.Reader) (r *Reader, err error) //: wrap r xz
func (r *Reader) Read(p []byte) (n int, err error)
