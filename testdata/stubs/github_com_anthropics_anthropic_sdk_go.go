// anthropic-sdk-go: files have to be closed, and streams that are left before their end.
package p

import (
	"context"
	"io"

	"github.com/anthropics/anthropic-sdk-go"
)

func messageForgets(ctx context.Context, params anthropic.MessageNewParams) (string, error) {
	client := anthropic.NewClient()
	stream := client.Messages.NewStreaming(ctx, params) // want `never-closed`
	for stream.Next() {                                 // via `when this is true`
		if event := stream.Current(); event.Type == "message_stop" { // via `when this is true`
			return event.Type, nil // via `returns with the body open`
		}
	}
	return "", stream.Err()
}

func betaForgets(ctx context.Context, client *anthropic.Client, params anthropic.BetaMessageNewParams) string {
	stream := client.Beta.Messages.NewStreaming(ctx, params) // want `never-closed`
	if stream.Next() {
		return stream.Current().Type
	}
	return ""
}

func completionForgets(ctx context.Context, client anthropic.Client, params anthropic.CompletionNewParams) string {
	stream := client.Completions.NewStreaming(ctx, params) // want `never-closed`
	if stream.Next() {
		return stream.Current().ID
	}
	return ""
}

func fileForgets(ctx context.Context, client anthropic.Client, id string) ([]byte, error) {
	resp, err := client.Beta.Files.Download(ctx, id, anthropic.BetaFileDownloadParams{}) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func readsAll(ctx context.Context, client anthropic.Client, params anthropic.MessageNewParams) (n int, err error) {
	stream := client.Messages.NewStreaming(ctx, params)
	for stream.Next() {
		n++
	}
	return n, stream.Err()
}

func cancelled(ctx context.Context, client anthropic.Client, params anthropic.MessageNewParams) string {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream := client.Messages.NewStreaming(ctx, params)
	if stream.Next() {
		return stream.Current().Type
	}
	return ""
}

func whole(ctx context.Context, client anthropic.Client, params anthropic.MessageNewParams) error {
	_, err := client.Messages.New(ctx, params)
	return err
}
