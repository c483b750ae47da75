package bos // import "github.com/baidubce/bce-sdk-go/services/bos"

import (
	"context"

	"github.com/baidubce/bce-sdk-go/services/bos/api"
)

type Client struct{}

func NewClient(ak, sk, endpoint string) (*Client, error)

// GetObjectResult.Body is the body of the response: the caller closes it.
func (c *Client) BasicGetObject(bucket, object string) (result *api.GetObjectResult, err error)                                                                     //: own result.Body
func (c *Client) GetObject(bucket, object string, args map[string]string, ranges ...int64) (result *api.GetObjectResult, err error)                                 //: own result.Body
func (c *Client) GetObjectWithContext(ctx context.Context, bucket, object string, args map[string]string, ranges ...int64) (result *api.GetObjectResult, err error) //: own result.Body; context ctx
