// azblob/container: the way to the clients of blobs of each kind.
package p

import (
	"context"
	"io"

	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/container"
)

func forgets(ctx context.Context, client *container.Client) ([]byte, error) {
	resp, err := client.NewBlockBlobClient("draft").DownloadStream(ctx, nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func closes(ctx context.Context, client *container.Client) ([]byte, error) {
	resp, err := client.NewPageBlobClient("draft").DownloadStream(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
