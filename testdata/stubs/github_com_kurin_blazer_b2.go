// B2 of Backblaze: a reader downloads until it is closed.
package p

import (
	"context"
	"io"

	"github.com/kurin/blazer/b2"
)

func readerForgets(ctx context.Context, object *b2.Object) ([]byte, error) {
	r := object.NewReader(ctx) // want `never-closed`
	return io.ReadAll(r)
}

func readerCloses(ctx context.Context, object *b2.Object) ([]byte, error) {
	r := object.NewReader(ctx)
	defer r.Close()
	return io.ReadAll(r)
}

func rangeForgets(ctx context.Context, object *b2.Object) ([]byte, error) {
	r := object.NewRangeReader(ctx, 0, 512) // want `never-closed`
	return io.ReadAll(r)
}

func cancelled(ctx context.Context, object *b2.Object) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	r := object.NewReader(ctx)
	return io.ReadAll(r)
}
