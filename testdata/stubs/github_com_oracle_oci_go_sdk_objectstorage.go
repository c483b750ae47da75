// Object Storage of Oracle Cloud: an object is read from an open response.
package p

import (
	"context"
	"io"

	"github.com/oracle/oci-go-sdk/v65/objectstorage"
)

func objectForgets(ctx context.Context, client objectstorage.ObjectStorageClient, req objectstorage.GetObjectRequest) ([]byte, error) {
	out, err := client.GetObject(ctx, req) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Content)
}

func objectCloses(ctx context.Context, client objectstorage.ObjectStorageClient, req objectstorage.GetObjectRequest) ([]byte, error) {
	out, err := client.GetObject(ctx, req)
	if err != nil {
		return nil, err
	}
	defer out.Content.Close()
	return io.ReadAll(out.Content)
}

func cancelled(ctx context.Context, client objectstorage.ObjectStorageClient, req objectstorage.GetObjectRequest) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	out, err := client.GetObject(ctx, req)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Content)
}

// The response is the one that the content is read from.
func responseCloses(ctx context.Context, client objectstorage.ObjectStorageClient, req objectstorage.GetObjectRequest) (string, error) {
	out, err := client.GetObject(ctx, req)
	if err != nil {
		return "", err
	}
	resp := out.HTTPResponse()
	defer resp.Body.Close()
	return resp.Status, nil
}
