package pb // import "github.com/cheggaaa/pb/*", "gopkg.in/cheggaaa/pb.v1", "gopkg.in/cheggaaa/pb.v2"

import "io"

type ProgressBar struct{}
type Reader struct{ io.Reader }

func New(total int) *ProgressBar
func New64(total int64) *ProgressBar
func StartNew(total int) *ProgressBar
func (pb *ProgressBar) Start() *ProgressBar
func (pb *ProgressBar) Finish() *ProgressBar
func (pb *ProgressBar) NewProxyReader(r io.Reader) (z *Reader) //: same z r
func (r *Reader) Read(p []byte) (n int, err error)
func (r *Reader) Close() (err error)
