// The older azblob: the response of a download is open, and its Body closes it.
package p

import (
	"context"
	"io"

	"github.com/Azure/azure-storage-blob-go/azblob"
)

func bodyForgets(ctx context.Context, container azblob.ContainerURL) ([]byte, error) {
	resp, err := container.NewBlobURL("draft").Download(ctx, 0, 0, azblob.BlobAccessConditions{}, false, azblob.ClientProvidedKeyOptions{}) // want `never-closed`
	if err != nil {
		return nil, err
	}
	body := resp.Body(azblob.RetryReaderOptions{MaxRetryRequests: 3})
	return io.ReadAll(body)
}

func bodyCloses(ctx context.Context, container azblob.ContainerURL) ([]byte, error) {
	resp, err := container.NewBlobURL("draft").Download(ctx, 0, 0, azblob.BlobAccessConditions{}, false, azblob.ClientProvidedKeyOptions{})
	if err != nil {
		return nil, err
	}
	body := resp.Body(azblob.RetryReaderOptions{MaxRetryRequests: 3})
	defer body.Close()
	return io.ReadAll(body)
}

// Callers of a function that hands the body over owe its close.
func open(ctx context.Context, container azblob.ContainerURL) (io.ReadCloser, error) {
	resp, err := container.NewBlobURL("draft").Download(ctx, 0, 0, azblob.BlobAccessConditions{}, false, azblob.ClientProvidedKeyOptions{})
	if err != nil {
		return nil, err
	}
	return resp.Body(azblob.RetryReaderOptions{}), nil
}

func opensAndForgets(ctx context.Context, container azblob.ContainerURL) ([]byte, error) {
	body, err := open(ctx, container) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(body)
}

func responseCloses(ctx context.Context, container azblob.ContainerURL) (int64, error) {
	resp, err := container.NewBlobURL("draft").Download(ctx, 0, 0, azblob.BlobAccessConditions{}, false, azblob.ClientProvidedKeyOptions{})
	if err != nil {
		return 0, err
	}
	defer resp.Response().Body.Close()
	return resp.ContentLength(), nil
}

func cancelled(ctx context.Context, container azblob.ContainerURL) (int64, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	resp, err := container.NewBlobURL("draft").Download(ctx, 0, 0, azblob.BlobAccessConditions{}, false, azblob.ClientProvidedKeyOptions{})
	if err != nil {
		return 0, err
	}
	return resp.ContentLength(), nil
}
