// azblob/service: the way to the clients of blobs.
package p

import (
	"context"
	"io"

	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/service"
)

func forgets(ctx context.Context, client *service.Client) ([]byte, error) {
	resp, err := client.NewContainerClient("papers").NewBlobClient("draft").DownloadStream(ctx, nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func closes(ctx context.Context, client *service.Client) ([]byte, error) {
	resp, err := client.NewContainerClient("papers").NewBlobClient("draft").DownloadStream(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
