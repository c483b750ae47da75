package s3 // import "github.com/aws/aws-sdk-go-v2/service/s3"

import (
	"context"
	"io"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

// note: of all results only those below hold a response; a downloader of `feature/s3/manager` writes to its argument and closes.
type Client struct{}
type Options struct{}
type GetObjectInput struct {
	Bucket    *string
	Key       *string
	Range     *string
	VersionId *string
}
type GetObjectTorrentInput struct {
	Bucket *string
	Key    *string
}
type SelectObjectContentInput struct {
	Bucket *string
	Key    *string
}

func New(options Options, optFns ...func(*Options)) *Client
func NewFromConfig(cfg aws.Config, optFns ...func(*Options)) *Client

// GetObjectOutput.Body is the body of the response: the caller closes it.
func (c *Client) GetObject(ctx context.Context, params *GetObjectInput, optFns ...func(*Options)) (out *GetObjectOutput, err error)                      //: own out.Body; context ctx
func (c *Client) GetObjectTorrent(ctx context.Context, params *GetObjectTorrentInput, optFns ...func(*Options)) (out *GetObjectTorrentOutput, err error) //: own out.Body; context ctx

// The event stream reads from the response until it is closed.
func (c *Client) SelectObjectContent(ctx context.Context, params *SelectObjectContentInput, optFns ...func(*Options)) (out *SelectObjectContentOutput, err error) //: own out; context ctx

type GetObjectOutput struct {
	Body            io.ReadCloser
	CacheControl    *string
	ContentEncoding *string
	ContentLength   *int64
	ContentRange    *string
	ContentType     *string
	ETag            *string
	LastModified    *time.Time
	Metadata        map[string]string
	VersionId       *string
}
type GetObjectTorrentOutput struct{ Body io.ReadCloser }
type SelectObjectContentOutput struct{}

func (o *SelectObjectContentOutput) GetStream() (stream *SelectObjectContentEventStream) //: same stream o

type SelectObjectContentEventStream struct{}

func (es *SelectObjectContentEventStream) Close() error
func (es *SelectObjectContentEventStream) Err() error
func (es *SelectObjectContentEventStream) Events() <-chan types.SelectObjectContentEventStream
