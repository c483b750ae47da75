package openai // import "github.com/sashabaranov/go-openai"

import (
	"context"
	"io"
)

type ClientConfig struct{ HTTPClient any }

func DefaultConfig(token string) ClientConfig
func DefaultAzureConfig(key, baseURL string) ClientConfig

type Client struct{}

func NewClient(token string) *Client
func NewClientWithConfig(config ClientConfig) *Client
func NewOrgClient(token, org string) *Client

// Streams and raw answers have to be closed by the caller; all other answers are decoded.
func (c *Client) CreateChatCompletionStream(ctx context.Context, request any) (stream *ChatCompletionStream, err error) //: own stream; context ctx
func (c *Client) CreateCompletionStream(ctx context.Context, request any) (stream *CompletionStream, err error)         //: own stream; context ctx
func (c *Client) CreateResponseStream(ctx context.Context, request any) (stream *ResponseStream, err error)             //: own stream; context ctx
func (c *Client) CreateSpeech(ctx context.Context, request any) (speech RawResponse, err error)                         //: own speech.ReadCloser; context ctx
func (c *Client) GetFileContent(ctx context.Context, file string) (content RawResponse, err error)                      //: own content.ReadCloser; context ctx

type RawResponse struct{ io.ReadCloser }
type ChatCompletionStream struct{ body io.ReadCloser }
type CompletionStream struct{ body io.ReadCloser }
type ResponseStream struct{ body io.ReadCloser }

func (s *ChatCompletionStream) Close() error
func (s *CompletionStream) Close() error
func (s *ResponseStream) Close() error
