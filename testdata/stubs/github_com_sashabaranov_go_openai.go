// go-openai: streams, speech and files have to be closed; all else is decoded.
package p

import (
	"context"
	"errors"
	"io"
	"time"

	openai "github.com/sashabaranov/go-openai"
)

func streamForgets(ctx context.Context, client *openai.Client, request openai.ChatCompletionRequest) (text string, err error) {
	stream, err := client.CreateChatCompletionStream(ctx, request) // want `leaks-on-path`
	if err != nil {
		return "", err
	}
	for {
		answer, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return text, stream.Close()
		}
		if err != nil { // via `when this is true`
			return "", err // via `returns with the body open`
		}
		text += answer.Choices[0].Delta.Content
	}
}

func speechForgets(ctx context.Context, token string, request openai.CreateSpeechRequest) ([]byte, error) {
	speech, err := openai.NewClient(token).CreateSpeech(ctx, request) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(speech)
}

func closes(ctx context.Context, client *openai.Client, request openai.ChatCompletionRequest) error {
	stream, err := client.CreateChatCompletionStream(ctx, request)
	if err != nil {
		return err
	}
	defer stream.Close()
	_, err = stream.Recv()
	return err
}

func fileCloses(ctx context.Context, client *openai.Client, id string, to io.Writer) error {
	content, err := client.GetFileContent(ctx, id)
	if err != nil {
		return err
	}
	defer content.Close()
	_, err = io.Copy(to, content)
	return err
}

func inTime(ctx context.Context, client *openai.Client, request openai.ChatCompletionRequest) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	stream, err := client.CreateChatCompletionStream(ctx, request)
	if err != nil {
		return err
	}
	_, err = stream.Recv()
	return err
}

func whole(ctx context.Context, config openai.ClientConfig, request openai.ChatCompletionRequest) (string, error) {
	answer, err := openai.NewClientWithConfig(config).CreateChatCompletion(ctx, request)
	if err != nil {
		return "", err
	}
	return answer.Choices[0].Message.Content, nil
}

// Each call by itself.
func discards(ctx context.Context, client *openai.Client) {
	client.CreateChatCompletionStream(ctx, openai.ChatCompletionRequest{}) // want `discarded-response`
	client.CreateCompletionStream(ctx, openai.CompletionRequest{})         // want `discarded-response`
	client.CreateResponseStream(ctx, openai.CreateResponseRequest{})       // want `discarded-response`
	client.GetFileContent(ctx, "file-1")                                   // want `discarded-response`
}
