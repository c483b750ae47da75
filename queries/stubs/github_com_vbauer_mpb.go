package mpb // import "github.com/vbauer/mpb/*"

import "io"

type Progress struct{}
type Bar struct{}
type BarOption func(*Bar)

func New(options ...any) *Progress
func (p *Progress) AddBar(total int64, options ...any) *Bar
func (p *Progress) Wait()
func (b *Bar) ProxyReader(r io.Reader) (z io.ReadCloser) //: same z r
