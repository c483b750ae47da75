// Cloud Storage: a reader of an object is open until it is closed.
package p

import (
	"context"
	"io"

	"cloud.google.com/go/storage"
)

func readerForgets(ctx context.Context, client *storage.Client, name string) ([]byte, error) {
	r, err := client.Bucket("papers").Object(name).NewReader(ctx) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func readerCloses(ctx context.Context, client *storage.Client, name string) ([]byte, error) {
	r, err := client.Bucket("papers").Object(name).ReadCompressed(true).NewReader(ctx)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

func rangeForgets(ctx context.Context, client *storage.Client, name string) ([]byte, error) {
	r, err := client.Bucket("papers").Object(name).Generation(3).NewRangeReader(ctx, 0, 512) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func cancelled(ctx context.Context, client *storage.Client, name string) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	r, err := client.Bucket("papers").Object(name).NewReader(ctx)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func rejects(ctx context.Context, object *storage.ObjectHandle, most int64) ([]byte, error) {
	r, err := object.NewReader(ctx) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	if r.Attrs.Size > most {
		return nil, io.ErrShortBuffer
	}
	defer r.Close()
	return io.ReadAll(r)
}

// Callers of a function that hands a reader over owe its close.
func open(ctx context.Context, client *storage.Client, name string) (*storage.Reader, error) {
	return client.Bucket("papers").Object(name).NewReader(ctx)
}

func opensAndForgets(ctx context.Context, client *storage.Client, name string) ([]byte, error) {
	r, err := open(ctx, client, name) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// The attributes are no response, and a writer sends one.
func copies(ctx context.Context, object *storage.ObjectHandle, from io.Reader) error {
	w := object.NewWriter(ctx)
	if _, err := io.Copy(w, from); err != nil {
		return err
	}
	_, err := object.Attrs(ctx)
	return err
}
