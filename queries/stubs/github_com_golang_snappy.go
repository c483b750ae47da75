package snappy // import "github.com/golang/snappy"

import "io"

type Reader struct{}

func NewReader(r io.Reader) (z *Reader) //: wrap z r
func (r *Reader) Read(p []byte) (int, error)
func (r *Reader) ReadByte() (byte, error)
func (r *Reader) Reset(reader io.Reader)

type Writer struct{}

func NewBufferedWriter(w io.Writer) *Writer
func NewWriter(w io.Writer) *Writer
func (w *Writer) Close() error
func (w *Writer) Flush() error
func (w *Writer) Reset(writer io.Writer)
func (w *Writer) Write(p []byte) (int, error)
func Decode(dst, src []byte) ([]byte, error)
func DecodedLen(src []byte) (int, error)
func Encode(dst, src []byte) []byte
func MaxEncodedLen(srcLen int) int
