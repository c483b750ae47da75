package blob // import "gocloud.dev/blob"

import (
	"context"
	"io"
	"time"
)

type Bucket struct{}
type ReaderOptions struct {
	BeforeRead func(asFunc func(any) bool) error
}

func OpenBucket(ctx context.Context, urlstr string) (*Bucket, error)
func PrefixedBucket(bucket *Bucket, prefix string) *Bucket

// A Reader has to be closed when it has been read.
func (b *Bucket) NewReader(ctx context.Context, key string, opts *ReaderOptions) (r *Reader, err error)                            //: own r; context ctx
func (b *Bucket) NewRangeReader(ctx context.Context, key string, offset, length int64, opts *ReaderOptions) (r *Reader, err error) //: own r; context ctx

type Reader struct{}

func (r *Reader) Close() error
func (r *Reader) ContentType() string
func (r *Reader) ModTime() time.Time
func (r *Reader) Read(p []byte) (int, error)
func (r *Reader) Seek(offset int64, whence int) (int64, error)
func (r *Reader) Size() int64
func (r *Reader) WriteTo(w io.Writer) (int64, error)
