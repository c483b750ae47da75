// COS of Tencent Cloud: Get hands the response over, other calls close it.
package p

import (
	"context"
	"io"

	"github.com/tencentyun/cos-go-sdk-v5"
)

func objectForgets(ctx context.Context, client *cos.Client, key string) ([]byte, error) {
	resp, err := client.Object.Get(ctx, key, nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func objectCloses(ctx context.Context, client *cos.Client, key string) ([]byte, error) {
	resp, err := client.Object.Get(ctx, key, nil)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func selectForgets(ctx context.Context, client *cos.Client, key string) ([]byte, error) {
	body, err := client.Object.Select(ctx, key, &cos.ObjectSelectOptions{}) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(body)
}

func imageForgets(ctx context.Context, client *cos.Client, key string) ([]byte, error) {
	resp, err := client.CI.Get(ctx, key, "imageMogr2/rotate/90", nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func cancelled(ctx context.Context, client *cos.Client, key string) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	resp, err := client.Object.Get(ctx, key, nil)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func size(ctx context.Context, client *cos.Client, key string) (int64, error) {
	resp, err := client.Object.Head(ctx, key, nil)
	if err != nil {
		return 0, err
	}
	return resp.ContentLength, nil
}
