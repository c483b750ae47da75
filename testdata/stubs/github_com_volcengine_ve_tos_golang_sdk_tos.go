// TOS of Volcengine: an object is read from an open response.
package p

import (
	"context"
	"io"

	"github.com/volcengine/ve-tos-golang-sdk/v2/tos"
)

func objectForgets(ctx context.Context, client *tos.ClientV2, in *tos.GetObjectV2Input) ([]byte, error) {
	out, err := client.GetObjectV2(ctx, in) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Content)
}

func objectCloses(ctx context.Context, client *tos.ClientV2, in *tos.GetObjectV2Input) ([]byte, error) {
	out, err := client.GetObjectV2(ctx, in)
	if err != nil {
		return nil, err
	}
	defer out.Content.Close()
	return io.ReadAll(out.Content)
}

func bucketForgets(ctx context.Context, bucket *tos.Bucket, key string) ([]byte, error) {
	out, err := bucket.GetObject(ctx, key) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Content)
}

func cancelled(ctx context.Context, bucket *tos.Bucket, key string) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	out, err := bucket.GetObject(ctx, key)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Content)
}
