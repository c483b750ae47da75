// minio, older versions: an object reads from a response until it is closed.
package p

import (
	"context"
	"io"

	"github.com/minio/minio-go/v6"
)

func objectForgets(client *minio.Client, key string) ([]byte, error) {
	object, err := client.GetObject("papers", key, minio.GetObjectOptions{}) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(object)
}

func objectCloses(client *minio.Client, key string) ([]byte, error) {
	object, err := client.GetObject("papers", key, minio.GetObjectOptions{})
	if err != nil {
		return nil, err
	}
	defer object.Close()
	return io.ReadAll(object)
}

func withContextForgets(ctx context.Context, client *minio.Client, key string) ([]byte, error) {
	object, err := client.GetObjectWithContext(ctx, "papers", key, minio.GetObjectOptions{}) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(object)
}

func cancelled(ctx context.Context, client *minio.Client, key string) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	object, err := client.GetObjectWithContext(ctx, "papers", key, minio.GetObjectOptions{})
	if err != nil {
		return nil, err
	}
	return io.ReadAll(object)
}

func coreForgets(core *minio.Core, key string) ([]byte, error) {
	body, _, _, err := core.GetObject("papers", key, minio.GetObjectOptions{}) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(body)
}

// A download that has failed is over.
func stat(client *minio.Client, key string) (int64, error) {
	object, err := client.GetObject("papers", key, minio.GetObjectOptions{})
	if err != nil {
		return 0, err
	}
	info, err := object.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size, object.Close()
}
