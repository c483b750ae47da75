package responses // import "github.com/openai/openai-go/*/responses", "github.com/openai/openai-go/responses"

import (
	"context"

	"github.com/openai/openai-go/v3/packages/ssestream"
)

type ResponseStreamEventUnion struct {
	Type  string
	Delta string
}

// A stream that is not read to its end has to be closed by the caller.
type ResponseService struct{}

func (r *ResponseService) GetStreaming(ctx context.Context, id string, query any, opts ...any) (stream *ssestream.Stream[ResponseStreamEventUnion]) //: own stream; context ctx
func (r *ResponseService) NewStreaming(ctx context.Context, body any, opts ...any) (stream *ssestream.Stream[ResponseStreamEventUnion])             //: own stream; context ctx
