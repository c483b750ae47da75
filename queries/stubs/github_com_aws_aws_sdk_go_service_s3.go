package s3 // import "github.com/aws/aws-sdk-go/service/s3", "github.com/IBM/ibm-cos-sdk-go/service/s3"

import (
	"io"
	"time"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/client"
	"github.com/aws/aws-sdk-go/aws/request"
)

// note: GetObjectRequest returns a request that is mostly signed and never sent, so nothing is said of its output.
type S3 struct{}
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

func New(p client.ConfigProvider, cfgs ...*aws.Config) *S3

// GetObjectOutput.Body is the body of the response: the caller closes it.
func (c *S3) GetObject(input *GetObjectInput) (out *GetObjectOutput, err error)                                                                          //: own out.Body
func (c *S3) GetObjectWithContext(ctx aws.Context, input *GetObjectInput, opts ...request.Option) (out *GetObjectOutput, err error)                      //: own out.Body; context ctx
func (c *S3) GetObjectTorrent(input *GetObjectTorrentInput) (out *GetObjectTorrentOutput, err error)                                                     //: own out.Body
func (c *S3) GetObjectTorrentWithContext(ctx aws.Context, input *GetObjectTorrentInput, opts ...request.Option) (out *GetObjectTorrentOutput, err error) //: own out.Body; context ctx

// SelectObjectContentOutput.EventStream reads from the response until it is closed.
func (c *S3) SelectObjectContent(input *SelectObjectContentInput) (out *SelectObjectContentOutput, err error)                                                     //: own out.EventStream
func (c *S3) SelectObjectContentWithContext(ctx aws.Context, input *SelectObjectContentInput, opts ...request.Option) (out *SelectObjectContentOutput, err error) //: own out.EventStream; context ctx

type GetObjectOutput struct {
	Body            io.ReadCloser
	CacheControl    *string
	ContentEncoding *string
	ContentLength   *int64
	ContentRange    *string
	ContentType     *string
	ETag            *string
	LastModified    *time.Time
	Metadata        map[string]*string
	VersionId       *string
}
type GetObjectTorrentOutput struct{ Body io.ReadCloser }
type SelectObjectContentOutput struct {
	EventStream *SelectObjectContentEventStream
}
type SelectObjectContentEventStreamEvent interface{}
type SelectObjectContentEventStream struct{}

func (o *SelectObjectContentOutput) GetStream() (stream *SelectObjectContentEventStream) //: same stream o
func (es *SelectObjectContentEventStream) Close() error                                  //: close es
func (es *SelectObjectContentEventStream) Err() error
func (es *SelectObjectContentEventStream) Events() <-chan SelectObjectContentEventStreamEvent
