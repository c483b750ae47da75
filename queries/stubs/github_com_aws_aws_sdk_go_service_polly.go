package polly // import "github.com/aws/aws-sdk-go-v2/service/polly", "github.com/aws/aws-sdk-go/service/polly"

import (
	"context"
	"io"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go/aws/request"
)

type Client struct{}
type Polly struct{}
type Options struct{}
type SynthesizeSpeechInput struct{ Text *string }

func NewFromConfig(cfg aws.Config, optFns ...func(*Options)) *Client

// SynthesizeSpeechOutput.AudioStream is the body of the response: the caller closes it.
func (c *Client) SynthesizeSpeech(ctx context.Context, params *SynthesizeSpeechInput, optFns ...func(*Options)) (out *SynthesizeSpeechOutput, err error)        //: own out.AudioStream; context ctx
func (c *Polly) SynthesizeSpeech(input *SynthesizeSpeechInput) (out *SynthesizeSpeechOutput, err error)                                                         //: own out.AudioStream
func (c *Polly) SynthesizeSpeechWithContext(ctx context.Context, input *SynthesizeSpeechInput, opts ...request.Option) (out *SynthesizeSpeechOutput, err error) //: own out.AudioStream; context ctx

type SynthesizeSpeechOutput struct {
	AudioStream io.ReadCloser
	ContentType *string
}
