package zstd // import "github.com/DataDog/zstd"

import "io"

// note: Close does not close what is read from.
func NewReader(r io.Reader) (z io.ReadCloser) //: wrap z r
func Compress(dst, src []byte) ([]byte, error)
func Decompress(dst, src []byte) ([]byte, error)
