package anthropic // import "github.com/anthropics/anthropic-sdk-go"

import (
	"context"
	"net/http"

	"github.com/anthropics/anthropic-sdk-go/packages/ssestream"
)

type Client struct {
	Beta        BetaService
	Completions CompletionService
	Messages    MessageService
}
type BetaService struct {
	Files    BetaFileService
	Messages BetaMessageService
}

func NewClient(opts ...any) Client

// Streams that are not read to their end, and files, have to be closed by the caller; all other answers are decoded.
type BetaFileService struct{}

func (r *BetaFileService) Download(ctx context.Context, id string, query any, opts ...any) (res *http.Response, err error) //: own res; context ctx

type BetaMessageService struct{}
type BetaRawMessageStreamEventUnion struct{ Type string }

func (r *BetaMessageService) NewStreaming(ctx context.Context, params any, opts ...any) (stream *ssestream.Stream[BetaRawMessageStreamEventUnion]) //: own stream; context ctx

type Completion struct{ ID string }
type CompletionService struct{}

func (r *CompletionService) NewStreaming(ctx context.Context, params any, opts ...any) (stream *ssestream.Stream[Completion]) //: own stream; context ctx

type Message struct{}
type MessageStreamEventUnion struct{ Type string }
type MessageService struct{}

func (r *MessageService) New(ctx context.Context, params any, opts ...any) (*Message, error)
func (r *MessageService) NewStreaming(ctx context.Context, params any, opts ...any) (stream *ssestream.Stream[MessageStreamEventUnion]) //: own stream; context ctx
