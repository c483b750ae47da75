package minio // import "github.com/minio/minio-go", "github.com/minio/minio-go/v6"

import (
	"context"
	"io"
	"net/http"
	"time"
)

// note: FGetObject writes to a file and closes what it reads.
type Client struct{}
type Core struct{ *Client }
type GetObjectOptions struct{}
type ObjectInfo struct {
	ETag         string
	Key          string
	LastModified time.Time
	Size         int64
	ContentType  string
	Metadata     http.Header
	Err          error
}

func New(endpoint, accessKeyID, secretAccessKey string, secure bool) (*Client, error)
func NewCore(endpoint, accessKeyID, secretAccessKey string, secure bool) (*Core, error)
func NewWithRegion(endpoint, accessKeyID, secretAccessKey string, secure bool, region string) (*Client, error)

// An Object requests when it is read. Close closes its response and ends its goroutine.
func (c Client) GetObject(bucketName, objectName string, opts GetObjectOptions) (object *Object, err error)                                        //: own object
func (c Client) GetObjectWithContext(ctx context.Context, bucketName, objectName string, opts GetObjectOptions) (object *Object, err error)        //: own object; context ctx
func (c Core) GetObject(bucketName, objectName string, opts GetObjectOptions) (body io.ReadCloser, info ObjectInfo, header http.Header, err error) //: own body

type Object struct{}

func (o *Object) Close() (err error)
func (o *Object) Read(b []byte) (n int, err error)
func (o *Object) ReadAt(b []byte, offset int64) (n int, err error)
func (o *Object) Seek(offset int64, whence int) (n int64, err error)

// A download that fails is over: after an error of Stat there is nothing to close.
func (o *Object) Stat() (info ObjectInfo, err error) //: close-if-fails o
