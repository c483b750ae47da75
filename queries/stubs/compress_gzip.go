package gzip // import "compress/gzip"

import (
	"io"
	"time"
)

const NoCompression = 0
const BestSpeed = 1
const BestCompression = 9
const DefaultCompression = -1
const HuffmanOnly = -2

var ErrChecksum error
var ErrHeader error

type Header struct {
	Comment string
	Extra   []byte
	ModTime time.Time
	Name    string
	OS      byte
}
type Reader struct{ Header }

func NewReader(r io.Reader) (z *Reader, err error) //: wrap z r
func (z *Reader) Close() error
func (z *Reader) Multistream(ok bool)
func (z *Reader) Read(p []byte) (n int, err error)
func (z *Reader) Reset(r io.Reader) error

type Writer struct{ Header }

func NewWriter(w io.Writer) *Writer
func NewWriterLevel(w io.Writer, level int) (*Writer, error)
func (z *Writer) Close() error
func (z *Writer) Flush() error
func (z *Writer) Reset(w io.Writer)
func (z *Writer) Write(p []byte) (int, error)
