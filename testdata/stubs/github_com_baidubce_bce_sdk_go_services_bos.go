// BOS of Baidu: an object is read from an open response.
package p

import (
	"context"
	"io"

	"github.com/baidubce/bce-sdk-go/services/bos"
)

func objectForgets(client *bos.Client, key string) ([]byte, error) {
	result, err := client.GetObject("papers", key, nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(result.Body)
}

func objectCloses(client *bos.Client, key string) ([]byte, error) {
	result, err := client.GetObject("papers", key, nil)
	if err != nil {
		return nil, err
	}
	defer result.Body.Close()
	return io.ReadAll(result.Body)
}

func basicForgets(client *bos.Client, key string) ([]byte, error) {
	result, err := client.BasicGetObject("papers", key) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(result.Body)
}

func withContextForgets(ctx context.Context, client *bos.Client, key string) ([]byte, error) {
	result, err := client.GetObjectWithContext(ctx, "papers", key, nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(result.Body)
}

func cancelled(ctx context.Context, client *bos.Client, key string) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	result, err := client.GetObjectWithContext(ctx, "papers", key, nil)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(result.Body)
}
