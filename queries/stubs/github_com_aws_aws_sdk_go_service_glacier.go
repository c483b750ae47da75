package glacier // import "github.com/aws/aws-sdk-go-v2/service/glacier", "github.com/aws/aws-sdk-go/service/glacier"

import (
	"context"
	"io"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go/aws/request"
)

type Client struct{}
type Glacier struct{}
type Options struct{}
type GetJobOutputInput struct{ JobId *string }

func NewFromConfig(cfg aws.Config, optFns ...func(*Options)) *Client

// GetJobOutputOutput.Body is the body of the response: the caller closes it.
func (c *Client) GetJobOutput(ctx context.Context, params *GetJobOutputInput, optFns ...func(*Options)) (out *GetJobOutputOutput, err error)          //: own out.Body; context ctx
func (c *Glacier) GetJobOutput(input *GetJobOutputInput) (out *GetJobOutputOutput, err error)                                                         //: own out.Body
func (c *Glacier) GetJobOutputWithContext(ctx context.Context, input *GetJobOutputInput, opts ...request.Option) (out *GetJobOutputOutput, err error) //: own out.Body; context ctx

type GetJobOutputOutput struct {
	Body   io.ReadCloser
	Status int32
}
