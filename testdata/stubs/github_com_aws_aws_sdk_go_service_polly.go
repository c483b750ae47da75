// Polly: speech is read from an open response, in both libraries.
package p

import (
	"context"
	"io"

	"github.com/aws/aws-sdk-go-v2/service/polly"
)

func speechForgets(ctx context.Context, client *polly.Client, in *polly.SynthesizeSpeechInput) ([]byte, error) {
	out, err := client.SynthesizeSpeech(ctx, in) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.AudioStream)
}

func speechCloses(ctx context.Context, client *polly.Client, in *polly.SynthesizeSpeechInput) ([]byte, error) {
	out, err := client.SynthesizeSpeech(ctx, in)
	if err != nil {
		return nil, err
	}
	defer out.AudioStream.Close()
	return io.ReadAll(out.AudioStream)
}

func cancelled(ctx context.Context, client *polly.Client, in *polly.SynthesizeSpeechInput) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	out, err := client.SynthesizeSpeech(ctx, in)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.AudioStream)
}

func olderForgets(voice *polly.Polly, in *polly.SynthesizeSpeechInput) ([]byte, error) {
	out, err := voice.SynthesizeSpeech(in) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.AudioStream)
}

func olderWithContextForgets(ctx context.Context, voice *polly.Polly, in *polly.SynthesizeSpeechInput) ([]byte, error) {
	out, err := voice.SynthesizeSpeechWithContext(ctx, in) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.AudioStream)
}
