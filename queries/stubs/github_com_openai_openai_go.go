package openai // import "github.com/openai/openai-go/*", "github.com/openai/openai-go"

import (
	"context"
	"net/http"

	"github.com/openai/openai-go/v3/packages/ssestream"
	"github.com/openai/openai-go/v3/responses"
)

type Client struct {
	Audio       AudioService
	Chat        ChatService
	Completions CompletionService
	Files       FileService
	Responses   responses.ResponseService
}
type AudioService struct{ Speech AudioSpeechService }
type ChatService struct{ Completions ChatCompletionService }

func NewClient(opts ...any) Client

// Streams that are not read to their end, and files, have to be closed by the caller; all other answers are decoded.
type AudioSpeechService struct{}

func (r *AudioSpeechService) New(ctx context.Context, body any, opts ...any) (res *http.Response, err error) //: own res; context ctx

type ChatCompletionService struct{}

func (r *ChatCompletionService) New(ctx context.Context, body any, opts ...any) (*ChatCompletion, error)
func (r *ChatCompletionService) NewStreaming(ctx context.Context, body any, opts ...any) (stream *ssestream.Stream[ChatCompletionChunk]) //: own stream; context ctx

type ChatCompletion struct{}
type ChatCompletionChunk struct{ ID string }
type Completion struct{ ID string }
type CompletionService struct{}

func (r *CompletionService) NewStreaming(ctx context.Context, body any, opts ...any) (stream *ssestream.Stream[Completion]) //: own stream; context ctx

type FileService struct{}

func (r *FileService) Content(ctx context.Context, id string, opts ...any) (res *http.Response, err error) //: own res; context ctx
