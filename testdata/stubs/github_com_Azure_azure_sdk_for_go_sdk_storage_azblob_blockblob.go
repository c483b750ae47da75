// azblob/blockblob: a download is a stream of an open response.
package p

import (
	"context"
	"io"

	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/blockblob"
)

func streamForgets(ctx context.Context, client *blockblob.Client) ([]byte, error) {
	resp, err := client.DownloadStream(ctx, nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func streamCloses(ctx context.Context, client *blockblob.Client) ([]byte, error) {
	resp, err := client.DownloadStream(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func cancelled(ctx context.Context, client *blockblob.Client) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	resp, err := client.DownloadStream(ctx, nil)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}
