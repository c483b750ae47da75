package brotli // import "github.com/andybalholm/brotli"

import "io"

type Reader struct{}

func NewReader(src io.Reader) (r *Reader) //: wrap r src
func (r *Reader) Read(p []byte) (n int, err error)
func (r *Reader) Reset(src io.Reader) error

type Writer struct{}

func NewWriter(dst io.Writer) *Writer
func NewWriterLevel(dst io.Writer, level int) *Writer
func (w *Writer) Close() error
func (w *Writer) Flush() error
func (w *Writer) Reset(dst io.Writer)
func (w *Writer) Write(p []byte) (n int, err error)
