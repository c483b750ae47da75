package quotedprintable // import "mime/quotedprintable"

import "io"

type Reader struct{}

func NewReader(r io.Reader) (qr *Reader) //: wrap qr r
func (r *Reader) Read(p []byte) (n int, err error)

type Writer struct{ Binary bool }

func NewWriter(w io.Writer) *Writer
func (w *Writer) Close() error
func (w *Writer) Write(p []byte) (n int, err error)
