// Kinesis: a subscription reads from an open response.
package p

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/kinesis"
)

func forgets(ctx context.Context, client *kinesis.Client, in *kinesis.SubscribeToShardInput) (int, error) {
	out, err := client.SubscribeToShard(ctx, in) // want `never-closed`
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

func closes(ctx context.Context, client *kinesis.Client, in *kinesis.SubscribeToShardInput) (int, error) {
	out, err := client.SubscribeToShard(ctx, in)
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

func cancelled(ctx context.Context, client *kinesis.Client, in *kinesis.SubscribeToShardInput) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	out, err := client.SubscribeToShard(ctx, in)
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
