package storage // import "cloud.google.com/go/storage"

import (
	"context"
	"io"
	"time"

	"google.golang.org/api/option"
)

type Client struct{}
type BucketHandle struct{}
type Conditions struct {
	GenerationMatch int64
	DoesNotExist    bool
}
type RetryOption interface{}
type ReaderOption interface{}

func NewClient(ctx context.Context, opts ...option.ClientOption) (*Client, error)
func NewGRPCClient(ctx context.Context, opts ...option.ClientOption) (*Client, error)
func (c *Client) Bucket(name string) *BucketHandle
func (b *BucketHandle) Object(name string) *ObjectHandle
func (b *BucketHandle) Retryer(opts ...RetryOption) *BucketHandle
func (b *BucketHandle) UserProject(projectID string) *BucketHandle

type ObjectHandle struct{}

func (o *ObjectHandle) BucketName() string
func (o *ObjectHandle) Generation(gen int64) *ObjectHandle
func (o *ObjectHandle) If(conds Conditions) *ObjectHandle
func (o *ObjectHandle) Key(encryptionKey []byte) *ObjectHandle
func (o *ObjectHandle) ObjectName() string
func (o *ObjectHandle) ReadCompressed(compressed bool) *ObjectHandle
func (o *ObjectHandle) Retryer(opts ...RetryOption) *ObjectHandle

// Readers hold the response until they are closed; a Writer sends.
func (o *ObjectHandle) NewReader(ctx context.Context, opts ...ReaderOption) (r *Reader, err error)                            //: own r; context ctx
func (o *ObjectHandle) NewRangeReader(ctx context.Context, offset, length int64, opts ...ReaderOption) (r *Reader, err error) //: own r; context ctx

type ReaderObjectAttrs struct {
	Size            int64
	StartOffset     int64
	ContentType     string
	ContentEncoding string
	CacheControl    string
	LastModified    time.Time
	Generation      int64
	Metageneration  int64
	Decompressed    bool
}
type Reader struct{ Attrs ReaderObjectAttrs }

func (r *Reader) CacheControl() string
func (r *Reader) Close() error
func (r *Reader) ContentEncoding() string
func (r *Reader) ContentType() string
func (r *Reader) LastModified() (time.Time, error)
func (r *Reader) Metadata() map[string]string
func (r *Reader) Read(p []byte) (int, error)
func (r *Reader) Remain() int64
func (r *Reader) Size() int64
func (r *Reader) WriteTo(w io.Writer) (int64, error)
