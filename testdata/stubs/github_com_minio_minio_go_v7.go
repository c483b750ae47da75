// minio: an object reads from a response until it is closed.
package p

import (
	"context"
	"io"

	"github.com/minio/minio-go/v7"
)

func objectForgets(ctx context.Context, client *minio.Client, key string) ([]byte, error) {
	object, err := client.GetObject(ctx, "papers", key, minio.GetObjectOptions{}) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(object)
}

func objectCloses(ctx context.Context, client *minio.Client, key string) ([]byte, error) {
	object, err := client.GetObject(ctx, "papers", key, minio.GetObjectOptions{})
	if err != nil {
		return nil, err
	}
	defer object.Close()
	return io.ReadAll(object)
}

func cancelled(ctx context.Context, client *minio.Client, key string) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	object, err := client.GetObject(ctx, "papers", key, minio.GetObjectOptions{})
	if err != nil {
		return nil, err
	}
	return io.ReadAll(object)
}

func promptForgets(ctx context.Context, client *minio.Client, key string) ([]byte, error) {
	body, err := client.PromptObject(ctx, "papers", key, "what is it?", minio.PromptObjectOptions{}) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(body)
}

func selectForgets(ctx context.Context, client *minio.Client, key string) ([]byte, error) {
	results, err := client.SelectObjectContent(ctx, "papers", key, minio.SelectObjectOptions{}) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(results)
}

func coreForgets(ctx context.Context, core *minio.Core, key string) ([]byte, error) {
	body, _, _, err := core.GetObject(ctx, "papers", key, minio.GetObjectOptions{}) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(body)
}

// A download that has failed is over.
func stat(ctx context.Context, client *minio.Client, key string) (int64, error) {
	object, err := client.GetObject(ctx, "papers", key, minio.GetObjectOptions{})
	if err != nil {
		return 0, err
	}
	info, err := object.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size, object.Close()
}

func statForgets(ctx context.Context, client *minio.Client, key string) (int64, error) {
	object, err := client.GetObject(ctx, "papers", key, minio.GetObjectOptions{}) // want `never-closed`
	if err != nil {
		return 0, err
	}
	info, err := object.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size, nil
}

func toFile(ctx context.Context, client *minio.Client, key, path string) error {
	return client.FGetObject(ctx, "papers", key, path, minio.GetObjectOptions{})
}
