package lzw // import "compress/lzw"

import "io"

const LSB Order = 0
const MSB Order = 1

func NewReader(r io.Reader, order Order, litWidth int) (rc io.ReadCloser) //: wrap rc r
func NewWriter(w io.Writer, order Order, litWidth int) io.WriteCloser

type Order int
type Reader struct{}

func (r *Reader) Close() error
func (r *Reader) Read(b []byte) (int, error)
func (r *Reader) Reset(src io.Reader, order Order, litWidth int)

type Writer struct{}

func (w *Writer) Close() error
func (w *Writer) Reset(dst io.Writer, order Order, litWidth int)
func (w *Writer) Write(p []byte) (n int, err error)
