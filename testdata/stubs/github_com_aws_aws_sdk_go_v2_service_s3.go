// S3, the second library: an object is read from an open response.
package p

import (
	"context"
	"io"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func objectForgets(ctx context.Context, client *s3.Client, in *s3.GetObjectInput) ([]byte, error) {
	out, err := client.GetObject(ctx, in) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

func objectCloses(ctx context.Context, client *s3.Client, in *s3.GetObjectInput) ([]byte, error) {
	out, err := client.GetObject(ctx, in)
	if err != nil {
		return nil, err
	}
	defer out.Body.Close()
	return io.ReadAll(out.Body)
}

func torrentForgets(ctx context.Context, client *s3.Client, in *s3.GetObjectTorrentInput) ([]byte, error) {
	out, err := client.GetObjectTorrent(ctx, in) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

func cancelled(ctx context.Context, client *s3.Client, in *s3.GetObjectInput) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	out, err := client.GetObject(ctx, in)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

// Whether there is an object is asked with HeadObject, which has no body.
func exists(ctx context.Context, client *s3.Client, in *s3.GetObjectInput) bool {
	_, err := client.GetObject(ctx, in) // want `discarded-response`
	return err == nil
}

func eventsForget(ctx context.Context, client *s3.Client, in *s3.SelectObjectContentInput) (int, error) {
	out, err := client.SelectObjectContent(ctx, in) // want `never-closed`
	if err != nil {
		return 0, err
	}
	count := 0
	for range out.GetStream().Events() {
		count++
	}
	return count, nil
}

func eventsClose(ctx context.Context, client *s3.Client, in *s3.SelectObjectContentInput) (int, error) {
	out, err := client.SelectObjectContent(ctx, in)
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

// Callers of a function that hands the result over owe its close.
func open(ctx context.Context, client *s3.Client, key string) (*s3.GetObjectOutput, error) {
	return client.GetObject(ctx, &s3.GetObjectInput{Key: &key})
}

func opensAndForgets(ctx context.Context, client *s3.Client, key string) ([]byte, error) {
	out, err := open(ctx, client, key) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

// An interface of one's own with the method of the client.
type objects interface {
	GetObject(ctx context.Context, in *s3.GetObjectInput, opts ...func(*s3.Options)) (*s3.GetObjectOutput, error)
}

func behindInterfaceForgets(ctx context.Context, store objects, in *s3.GetObjectInput) ([]byte, error) {
	out, err := store.GetObject(ctx, in) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

func behindInterfaceCloses(ctx context.Context, store objects, in *s3.GetObjectInput) ([]byte, error) {
	out, err := store.GetObject(ctx, in)
	if err != nil {
		return nil, err
	}
	defer out.Body.Close()
	return io.ReadAll(out.Body)
}
