// gocloud.dev/blob: a reader of a bucket is open until it is closed.
package p

import (
	"context"
	"io"

	"gocloud.dev/blob"
)

func readerForgets(ctx context.Context, bucket *blob.Bucket, key string) ([]byte, error) {
	r, err := bucket.NewReader(ctx, key, nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func readerCloses(ctx context.Context, bucket *blob.Bucket, key string) ([]byte, error) {
	r, err := bucket.NewReader(ctx, key, nil)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

func rangeForgets(ctx context.Context, bucket *blob.Bucket, key string) ([]byte, error) {
	r, err := bucket.NewRangeReader(ctx, key, 0, 512, nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func cancelled(ctx context.Context, bucket *blob.Bucket, key string) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	r, err := bucket.NewReader(ctx, key, nil)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func readAll(ctx context.Context, bucket *blob.Bucket, key string) ([]byte, error) {
	return bucket.ReadAll(ctx, key)
}
