// azblob: a download is a stream of an open response.
package p

import (
	"context"
	"io"

	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob"
)

func streamForgets(ctx context.Context, client *azblob.Client) ([]byte, error) {
	resp, err := client.DownloadStream(ctx, "papers", "draft", nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func streamCloses(ctx context.Context, client *azblob.Client) ([]byte, error) {
	resp, err := client.DownloadStream(ctx, "papers", "draft", nil)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func cancelled(ctx context.Context, client *azblob.Client) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	resp, err := client.DownloadStream(ctx, "papers", "draft", nil)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func intoMemory(ctx context.Context, client *azblob.Client, into []byte) (int64, error) {
	return client.DownloadBuffer(ctx, "papers", "draft", into, nil)
}
