package b2 // import "github.com/kurin/blazer/b2", "github.com/Backblaze/blazer/b2"

import "context"

type Client struct{}
type Bucket struct{}
type Object struct{}
type ClientOption func(any)

func NewClient(ctx context.Context, account, key string, opts ...ClientOption) (*Client, error)
func (c *Client) Bucket(ctx context.Context, name string) (*Bucket, error)
func (b *Bucket) Object(name string) *Object

// A Reader downloads in goroutines, which end at its Close.
func (o *Object) NewReader(ctx context.Context) (r *Reader)                            //: own r; context ctx
func (o *Object) NewRangeReader(ctx context.Context, offset, length int64) (r *Reader) //: own r; context ctx

type Reader struct {
	ConcurrentDownloads int
	ChunkSize           int
}

func (r *Reader) Close() error
func (r *Reader) Read(p []byte) (int, error)
