package bedrockruntime // import "github.com/aws/aws-sdk-go-v2/service/bedrockruntime"

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime/types"
)

// note: InvokeModel and Converse have read their answers.
type Client struct{}
type Options struct{}
type ConverseStreamInput struct{ ModelId *string }
type InvokeModelWithResponseStreamInput struct {
	Body    []byte
	ModelId *string
}

func New(options Options, optFns ...func(*Options)) *Client
func NewFromConfig(cfg aws.Config, optFns ...func(*Options)) *Client

// The event stream reads from the response until it is closed.
func (c *Client) ConverseStream(ctx context.Context, params *ConverseStreamInput, optFns ...func(*Options)) (out *ConverseStreamOutput, err error)                                              //: own out; context ctx
func (c *Client) InvokeModelWithResponseStream(ctx context.Context, params *InvokeModelWithResponseStreamInput, optFns ...func(*Options)) (out *InvokeModelWithResponseStreamOutput, err error) //: own out; context ctx

type ConverseStreamOutput struct{}
type InvokeModelWithResponseStreamOutput struct{ ContentType *string }

func (o *ConverseStreamOutput) GetStream() (stream *ConverseStreamEventStream)                               //: same stream o
func (o *InvokeModelWithResponseStreamOutput) GetStream() (stream *InvokeModelWithResponseStreamEventStream) //: same stream o

type ConverseStreamEventStream struct{}

func (es *ConverseStreamEventStream) Close() error
func (es *ConverseStreamEventStream) Err() error
func (es *ConverseStreamEventStream) Events() <-chan types.ConverseStreamOutput

type InvokeModelWithResponseStreamEventStream struct{}

func (es *InvokeModelWithResponseStreamEventStream) Close() error
func (es *InvokeModelWithResponseStreamEventStream) Err() error
func (es *InvokeModelWithResponseStreamEventStream) Events() <-chan types.ResponseStream
