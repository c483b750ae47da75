package minio // import "github.com/minio/minio-go/v7"

import (
	"context"
	"io"
	"net/http"
	"time"
)

// note: FGetObject writes to a file and closes what it reads.
type Client struct{}
type Core struct{ *Client }
type Options struct{}
type GetObjectOptions struct{ VersionID string }
type SelectObjectOptions struct{}
type PromptObjectOptions struct{}
type ObjectInfo struct {
	ETag         string
	Key          string
	LastModified time.Time
	Size         int64
	ContentType  string
	Metadata     http.Header
	UserMetadata map[string]string
	VersionID    string
	Err          error
}

func New(endpoint string, opts *Options) (*Client, error)
func NewCore(endpoint string, opts *Options) (*Core, error)

// An Object requests when it is read. Close closes its response and ends its goroutine.
func (c *Client) GetObject(ctx context.Context, bucketName, objectName string, opts GetObjectOptions) (object *Object, err error)                                       //: own object; context ctx
func (c *Client) PromptObject(ctx context.Context, bucketName, objectName, prompt string, opts PromptObjectOptions) (body io.ReadCloser, err error)                     //: own body; context ctx
func (c *Client) SelectObjectContent(ctx context.Context, bucketName, objectName string, opts SelectObjectOptions) (results *SelectResults, err error)                  //: own results; context ctx
func (c Core) GetObject(ctx context.Context, bucketName, objectName string, opts GetObjectOptions) (body io.ReadCloser, info ObjectInfo, header http.Header, err error) //: own body; context ctx

type Object struct{}

func (o *Object) Close() (err error)
func (o *Object) Read(b []byte) (n int, err error)
func (o *Object) ReadAt(b []byte, offset int64) (n int, err error)
func (o *Object) Seek(offset int64, whence int) (n int64, err error)

// A download that fails is over: after an error of Stat there is nothing to close.
func (o *Object) Stat() (info ObjectInfo, err error) //: close-if-fails o

type SelectResults struct{}

func (s *SelectResults) Close() error
func (s *SelectResults) Read(b []byte) (n int, err error)
