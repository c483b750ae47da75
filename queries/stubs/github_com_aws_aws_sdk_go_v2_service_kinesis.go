package kinesis // import "github.com/aws/aws-sdk-go-v2/service/kinesis"

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kinesis/types"
)

type Client struct{}
type Options struct{}
type SubscribeToShardInput struct{ ShardId *string }

func NewFromConfig(cfg aws.Config, optFns ...func(*Options)) *Client

// The event stream reads from the response until it is closed.
func (c *Client) SubscribeToShard(ctx context.Context, params *SubscribeToShardInput, optFns ...func(*Options)) (out *SubscribeToShardOutput, err error) //: own out; context ctx

type SubscribeToShardOutput struct{}

func (o *SubscribeToShardOutput) GetStream() (stream *SubscribeToShardEventStream) //: same stream o

type SubscribeToShardEventStream struct{}

func (es *SubscribeToShardEventStream) Close() error
func (es *SubscribeToShardEventStream) Err() error
func (es *SubscribeToShardEventStream) Events() <-chan types.SubscribeToShardEventStream
