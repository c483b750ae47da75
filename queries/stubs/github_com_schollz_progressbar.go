package progressbar // import "github.com/schollz/progressbar/*"

import "io"

type ProgressBar struct{}
type Reader struct{ io.Reader }

func Default(max int64, description ...string) *ProgressBar
func DefaultBytes(maxBytes int64, description ...string) *ProgressBar
func NewReader(r io.Reader, bar *ProgressBar) (z Reader) //: same z r
func (r *Reader) Read(p []byte) (n int, err error)
func (r *Reader) Close() (err error)
func (p *ProgressBar) Write(b []byte) (n int, err error)
