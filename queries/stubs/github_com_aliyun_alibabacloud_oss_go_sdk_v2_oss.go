package oss // import "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"

import (
	"context"
	"io"
	"time"
)

// note: GetObjectToFile and a Downloader write to a file and close what they read.
type Client struct{}
type Config struct{}
type Options struct{}
type GetObjectRequest struct {
	Bucket *string
	Key    *string
}

func NewClient(cfg *Config, optFns ...func(*Options)) *Client

// GetObjectResult.Body is the body of the response: the caller closes it.
func (c *Client) GetObject(ctx context.Context, request *GetObjectRequest, optFns ...func(*Options)) (result *GetObjectResult, err error) //: own result.Body; context ctx

type GetObjectResult struct {
	Body          io.ReadCloser
	ContentLength int64
	ContentType   *string
	ETag          *string
	LastModified  *time.Time
	Metadata      map[string]string
	StatusCode    int
}
