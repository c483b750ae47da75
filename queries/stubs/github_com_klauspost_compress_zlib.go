package zlib // import "github.com/klauspost/compress/zlib"

import "io"

// note: Close does not close what is read from.
func NewReader(r io.Reader) (z io.ReadCloser, err error) //: wrap z r
