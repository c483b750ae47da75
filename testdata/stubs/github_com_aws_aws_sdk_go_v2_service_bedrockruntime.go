// Bedrock: a stream of answers reads from an open response.
package p

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime"
)

func modelForgets(ctx context.Context, client *bedrockruntime.Client, in *bedrockruntime.InvokeModelWithResponseStreamInput) (int, error) {
	out, err := client.InvokeModelWithResponseStream(ctx, in) // want `never-closed`
	if err != nil {
		return 0, err
	}
	stream := out.GetStream()
	count := 0
	for range stream.Events() {
		count++
	}
	return count, stream.Err()
}

func modelCloses(ctx context.Context, client *bedrockruntime.Client, in *bedrockruntime.InvokeModelWithResponseStreamInput) (int, error) {
	out, err := client.InvokeModelWithResponseStream(ctx, in)
	if err != nil {
		return 0, err
	}
	stream := out.GetStream()
	defer stream.Close()
	count := 0
	for range stream.Events() {
		count++
	}
	return count, stream.Err()
}

func converseForgets(ctx context.Context, client *bedrockruntime.Client, in *bedrockruntime.ConverseStreamInput) (int, error) {
	out, err := client.ConverseStream(ctx, in) // want `never-closed`
	if err != nil {
		return 0, err
	}
	stream := out.GetStream()
	count := 0
	for range stream.Events() {
		count++
	}
	return count, stream.Err()
}

func converseCloses(ctx context.Context, client *bedrockruntime.Client, in *bedrockruntime.ConverseStreamInput) (int, error) {
	out, err := client.ConverseStream(ctx, in)
	if err != nil {
		return 0, err
	}
	stream := out.GetStream()
	defer stream.Close()
	count := 0
	for range stream.Events() {
		count++
	}
	return count, stream.Err()
}

func cancelled(ctx context.Context, client *bedrockruntime.Client, in *bedrockruntime.ConverseStreamInput) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	out, err := client.ConverseStream(ctx, in)
	if err != nil {
		return 0, err
	}
	stream := out.GetStream()
	count := 0
	for range stream.Events() {
		count++
	}
	return count, stream.Err()
}
