// ssestream: a stream is released at its end; before, it has to be closed.
package p

import (
	"context"

	"github.com/anthropics/anthropic-sdk-go"
	anthropicstream "github.com/anthropics/anthropic-sdk-go/packages/ssestream"
	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/packages/ssestream"
)

func open(ctx context.Context, client openai.Client, params openai.ChatCompletionNewParams) *ssestream.Stream[openai.ChatCompletionChunk] {
	return client.Chat.Completions.NewStreaming(ctx, params)
}

func firstForgets(ctx context.Context, client openai.Client, params openai.ChatCompletionNewParams) (string, error) {
	stream := open(ctx, client, params) // want `never-closed`
	for stream.Next() {                 // via `when this is true`
		return stream.Current().ID, nil // via `returns with the body open`
	}
	return "", stream.Err()
}

func firstCloses(ctx context.Context, client openai.Client, params openai.ChatCompletionNewParams) (string, error) {
	stream := open(ctx, client, params)
	defer stream.Close()
	for stream.Next() {
		return stream.Current().ID, nil
	}
	return "", stream.Err()
}

func readsAll(ctx context.Context, client openai.Client, params openai.ChatCompletionNewParams) (n int, err error) {
	stream := open(ctx, client, params)
	for stream.Next() {
		n++
	}
	return n, stream.Err()
}

// A request that has failed has no stream.
func failed(ctx context.Context, client openai.Client, params openai.ChatCompletionNewParams) error {
	stream := open(ctx, client, params)
	if err := stream.Err(); err != nil {
		return err
	}
	return stream.Close()
}

type session struct {
	stream *anthropicstream.Stream[anthropic.MessageStreamEventUnion]
}

func start(ctx context.Context, client anthropic.Client, params anthropic.MessageNewParams) *session {
	return &session{stream: client.Messages.NewStreaming(ctx, params)}
}

func (s *session) stop() error { return s.stream.Close() }
