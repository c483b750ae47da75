package oss // import "github.com/aliyun/aliyun-oss-go-sdk/oss"

import (
	"io"
	"net/http"
)

// note: GetObjectToFile and DownloadFile write to a file and close what they read.
type Client struct{}
type Bucket struct{ BucketName string }
type Option func(map[string]any) error
type ClientOption func(*Client)
type GetObjectRequest struct{ ObjectKey string }
type SelectRequest struct{ Expression string }

func New(endpoint, accessKeyID, accessKeySecret string, options ...ClientOption) (*Client, error)
func (client Client) Bucket(bucketName string) (*Bucket, error)

// The reader is the response: it has to be closed.
func (bucket Bucket) GetObject(objectKey string, options ...Option) (body io.ReadCloser, err error)                       //: own body
func (bucket Bucket) GetObjectWithURL(signedURL string, options ...Option) (body io.ReadCloser, err error)                //: own body
func (bucket Bucket) SelectObject(key string, selectReq SelectRequest, options ...Option) (body io.ReadCloser, err error) //: own body
func (bucket Bucket) DoGetObject(request *GetObjectRequest, options []Option) (result *GetObjectResult, err error)        //: own result.Response

type GetObjectResult struct{ Response *Response }
type Response struct {
	StatusCode int
	Headers    http.Header
	Body       io.ReadCloser
}

func (r *Response) Close() error
func (r *Response) Read(p []byte) (n int, err error)
