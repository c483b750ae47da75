package flate // import "compress/flate"

import "io"

const NoCompression = 0
const BestSpeed = 1
const BestCompression = 9
const DefaultCompression = -1
const HuffmanOnly = -2

func NewReader(r io.Reader) (rc io.ReadCloser)                  //: wrap rc r
func NewReaderDict(r io.Reader, dict []byte) (rc io.ReadCloser) //: wrap rc r
func NewWriter(w io.Writer, level int) (*Writer, error)
func NewWriterDict(w io.Writer, level int, dict []byte) (*Writer, error)

type Reader interface {
	io.Reader
	io.ByteReader
}
type Resetter interface {
	Reset(r io.Reader, dict []byte) error
}
type Writer struct{}

func (w *Writer) Close() error
func (w *Writer) Flush() error
func (w *Writer) Reset(dst io.Writer)
func (w *Writer) Write(data []byte) (n int, err error)
