// openai-go: speech and files have to be closed, and streams that are left before their end.
package p

import (
	"context"
	"io"

	"github.com/openai/openai-go"
	"github.com/openai/openai-go/responses"
)

func speechForgets(ctx context.Context, client openai.Client, params openai.AudioSpeechNewParams) ([]byte, error) {
	resp, err := client.Audio.Speech.New(ctx, params) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func fileForgets(ctx context.Context, client *openai.Client, id string) ([]byte, error) {
	resp, err := client.Files.Content(ctx, id) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func chatForgets(ctx context.Context, params openai.ChatCompletionNewParams) string {
	client := openai.NewClient()
	stream := client.Chat.Completions.NewStreaming(ctx, params) // want `never-closed`
	if stream.Next() {                                          // via `when this is true`
		return stream.Current().ID // via `returns with the body open`
	}
	return ""
}

func completionForgets(ctx context.Context, client openai.Client, params openai.CompletionNewParams) string {
	stream := client.Completions.NewStreaming(ctx, params) // want `never-closed`
	if stream.Next() {
		return stream.Current().ID
	}
	return ""
}

func responseForgets(ctx context.Context, client openai.Client, params responses.ResponseNewParams) string {
	stream := client.Responses.NewStreaming(ctx, params) // want `never-closed`
	if stream.Next() {
		return stream.Current().Type
	}
	return ""
}

func closes(ctx context.Context, client openai.Client, params openai.ChatCompletionNewParams) string {
	stream := client.Chat.Completions.NewStreaming(ctx, params)
	defer stream.Close()
	if stream.Next() {
		return stream.Current().ID
	}
	return ""
}

func cancelled(ctx context.Context, client openai.Client, params openai.ChatCompletionNewParams) string {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream := client.Chat.Completions.NewStreaming(ctx, params)
	if stream.Next() {
		return stream.Current().ID
	}
	return ""
}

func whole(ctx context.Context, client openai.Client, params openai.ChatCompletionNewParams) error {
	_, err := client.Chat.Completions.New(ctx, params)
	return err
}
