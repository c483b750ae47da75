package tos // import "github.com/volcengine/ve-tos-golang-sdk/tos", "github.com/volcengine/ve-tos-golang-sdk/v2/tos"

import (
	"context"
	"io"
)

// note: GetObjectToFile and DownloadFile write to a file and close what they read.
type ClientV2 struct{}
type Bucket struct{}
type Option func(any)
type GetObjectV2Input struct {
	Bucket string
	Key    string
}

// The field Content is the body of the response: the caller closes it.
func (bkt *Bucket) GetObject(ctx context.Context, objectKey string, options ...Option) (output *GetObjectOutput, err error) //: own output.Content; context ctx
func (cli *ClientV2) GetObjectV2(ctx context.Context, input *GetObjectV2Input) (output *GetObjectV2Output, err error)       //: own output.Content; context ctx

type GetObjectOutput struct{ Content io.ReadCloser }
type GetObjectV2Output struct {
	ContentLength int64
	Content       io.ReadCloser
}
