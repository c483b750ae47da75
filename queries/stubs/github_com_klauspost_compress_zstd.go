package zstd // import "github.com/klauspost/compress/zstd"

import "io"

type DOption func(*decoderOptions) error
type EOption func(*encoderOptions) error
type decoderOptions struct{}
type encoderOptions struct{}

type Decoder struct{}

func NewReader(r io.Reader, opts ...DOption) (d *Decoder, err error) //: wrap d r
func (d *Decoder) Close()
func (d *Decoder) DecodeAll(input, dst []byte) ([]byte, error)
func (d *Decoder) IOReadCloser() (rc io.ReadCloser) //: wrap rc d
func (d *Decoder) Read(p []byte) (int, error)
func (d *Decoder) Reset(r io.Reader) error
func (d *Decoder) WriteTo(w io.Writer) (int64, error)

type Encoder struct{}

func NewWriter(w io.Writer, opts ...EOption) (*Encoder, error)
func (e *Encoder) Close() error
func (e *Encoder) EncodeAll(src, dst []byte) []byte
func (e *Encoder) Flush() error
func (e *Encoder) ReadFrom(r io.Reader) (n int64, err error)
func (e *Encoder) Reset(w io.Writer)
func (e *Encoder) ResetContentSize(w io.Writer, size int64)
func (e *Encoder) Write(p []byte) (n int, err error)
