// azblob/blob: a download is a stream of an open response, and a RetryReader closes it.
package p

import (
	"context"
	"io"

	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/blob"
)

func streamForgets(ctx context.Context, client *blob.Client) ([]byte, error) {
	resp, err := client.DownloadStream(ctx, nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func streamCloses(ctx context.Context, client *blob.Client) ([]byte, error) {
	resp, err := client.DownloadStream(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func cancelled(ctx context.Context, client *blob.Client) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	resp, err := client.DownloadStream(ctx, nil)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func retryReaderForgets(ctx context.Context, client *blob.Client) ([]byte, error) {
	resp, err := client.DownloadStream(ctx, nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	reader := resp.NewRetryReader(ctx, &blob.RetryReaderOptions{MaxRetries: 3})
	return io.ReadAll(reader)
}

func retryReaderCloses(ctx context.Context, client *blob.Client) ([]byte, error) {
	resp, err := client.DownloadStream(ctx, nil)
	if err != nil {
		return nil, err
	}
	reader := resp.NewRetryReader(ctx, &blob.RetryReaderOptions{MaxRetries: 3})
	defer reader.Close()
	return io.ReadAll(reader)
}

// Callers of a function that hands a reader over owe its close.
func open(ctx context.Context, client *blob.Client) (*blob.RetryReader, error) {
	resp, err := client.DownloadStream(ctx, nil)
	if err != nil {
		return nil, err
	}
	return resp.NewRetryReader(ctx, nil), nil
}

func opensAndForgets(ctx context.Context, client *blob.Client) ([]byte, error) {
	reader, err := open(ctx, client) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(reader)
}
