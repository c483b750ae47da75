package cos // import "github.com/tencentyun/cos-go-sdk-v5"

import (
	"context"
	"io"
	"net/http"
	"net/url"
)

// note: all other calls have read and closed the body, as they have if they return an error.
type Client struct {
	Object *ObjectService
	CI     *CIService
}
type BaseURL struct {
	BucketURL  *url.URL
	ServiceURL *url.URL
}
type Response struct{ *http.Response }
type ObjectService struct{}
type CIService struct{}
type ObjectGetOptions struct{ Range string }
type ObjectHeadOptions struct{}
type ObjectPutOptions struct{}
type ObjectSelectOptions struct{}

func NewBucketURL(bucketName, region string, secure bool) (*url.URL, error)
func NewClient(uri *BaseURL, httpClient *http.Client) *Client

// Get and Select hand the body over open: the caller closes it.
func (s *ObjectService) Get(ctx context.Context, name string, opt *ObjectGetOptions, id ...string) (resp *Response, err error)                  //: own resp; context ctx
func (s *ObjectService) Select(ctx context.Context, name string, opt *ObjectSelectOptions) (body io.ReadCloser, err error)                      //: own body; context ctx
func (s *CIService) Get(ctx context.Context, name, operation string, opt *ObjectGetOptions, id ...string) (resp *Response, err error)           //: own resp; context ctx
func (s *ObjectService) GetToFile(ctx context.Context, name, localpath string, opt *ObjectGetOptions, id ...string) (resp *Response, err error) //: released resp
func (s *ObjectService) Head(ctx context.Context, name string, opt *ObjectHeadOptions, id ...string) (resp *Response, err error)                //: released resp
func (s *ObjectService) Put(ctx context.Context, name string, r io.Reader, uopt *ObjectPutOptions) (resp *Response, err error)                  //: released resp
