package gzip // import "github.com/klauspost/compress/gzip"

import "io"

type Reader struct{}

func NewReader(r io.Reader) (z *Reader, err error) //: wrap z r
func (z *Reader) Close() error
func (z *Reader) Multistream(ok bool)
func (z *Reader) Read(p []byte) (n int, err error)
func (z *Reader) Reset(r io.Reader) error
func (z *Reader) WriteTo(w io.Writer) (int64, error)

type Writer struct{}

func NewWriter(w io.Writer) *Writer
func NewWriterLevel(w io.Writer, level int) (*Writer, error)
func (z *Writer) Close() error
func (z *Writer) Flush() error
func (z *Writer) Reset(w io.Writer)
func (z *Writer) Write(p []byte) (int, error)
