// OSS of Alibaba Cloud, the second library: an object is read from an open response.
package p

import (
	"context"
	"io"

	"github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"
)

func objectForgets(ctx context.Context, client *oss.Client, req *oss.GetObjectRequest) ([]byte, error) {
	result, err := client.GetObject(ctx, req) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(result.Body)
}

func objectCloses(ctx context.Context, client *oss.Client, req *oss.GetObjectRequest) ([]byte, error) {
	result, err := client.GetObject(ctx, req)
	if err != nil {
		return nil, err
	}
	defer result.Body.Close()
	return io.ReadAll(result.Body)
}

func cancelled(ctx context.Context, client *oss.Client, req *oss.GetObjectRequest) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	result, err := client.GetObject(ctx, req)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(result.Body)
}
