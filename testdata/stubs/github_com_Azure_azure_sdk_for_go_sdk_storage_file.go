// azdatalake and azfile: a download is a stream of an open response, and a RetryReader closes it.
package p

import (
	"context"
	"io"

	"github.com/Azure/azure-sdk-for-go/sdk/storage/azdatalake/file"
)

func streamForgets(ctx context.Context, client *file.Client) ([]byte, error) {
	resp, err := client.DownloadStream(ctx, nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func streamCloses(ctx context.Context, client *file.Client) ([]byte, error) {
	resp, err := client.DownloadStream(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func cancelled(ctx context.Context, client *file.Client) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	resp, err := client.DownloadStream(ctx, nil)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func retryReaderCloses(ctx context.Context, client *file.Client) ([]byte, error) {
	resp, err := client.DownloadStream(ctx, nil)
	if err != nil {
		return nil, err
	}
	reader := resp.NewRetryReader(ctx, &file.RetryReaderOptions{MaxRetries: 3})
	defer reader.Close()
	return io.ReadAll(reader)
}
