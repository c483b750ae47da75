package gzip // import "github.com/klauspost/pgzip"

import "io"

type Reader struct{}

// note: Close does not close what is read from.
func NewReader(r io.Reader) (z *Reader, err error) //: wrap z r
func NewReaderN(r io.Reader, blockSize, blocks int) (z *Reader, err error) //: wrap z r
func (z *Reader) Close() error
func (z *Reader) Read(p []byte) (n int, err error)
func (z *Reader) WriteTo(w io.Writer) (n int64, err error)
