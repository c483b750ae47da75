package zlib // import "compress/zlib"

import "io"

var ErrChecksum error
var ErrDictionary error
var ErrHeader error

func NewReader(r io.Reader) (rc io.ReadCloser, err error)                  //: wrap rc r
func NewReaderDict(r io.Reader, dict []byte) (rc io.ReadCloser, err error) //: wrap rc r
func NewWriter(w io.Writer) *Writer
func NewWriterLevel(w io.Writer, level int) (*Writer, error)
func NewWriterLevelDict(w io.Writer, level int, dict []byte) (*Writer, error)

type Resetter interface {
	Reset(r io.Reader, dict []byte) error
}
type Writer struct{}

func (z *Writer) Close() error
func (z *Writer) Flush() error
func (z *Writer) Reset(w io.Writer)
func (z *Writer) Write(p []byte) (n int, err error)
