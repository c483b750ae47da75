package flate // import "github.com/klauspost/compress/flate"

import "io"

// note: Close does not close what is read from.
func NewReader(r io.Reader) (z io.ReadCloser) //: wrap z r
