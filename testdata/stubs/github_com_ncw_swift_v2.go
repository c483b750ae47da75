// Swift, with contexts: a file that is opened reads from a response until it is closed.
package p

import (
	"context"
	"io"

	"github.com/ncw/swift/v2"
)

func fileForgets(ctx context.Context, conn *swift.Connection, name string) ([]byte, error) {
	file, _, err := conn.ObjectOpen(ctx, "papers", name, true, nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(file)
}

func fileCloses(ctx context.Context, conn *swift.Connection, name string) ([]byte, error) {
	file, _, err := conn.ObjectOpen(ctx, "papers", name, true, nil)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}

func cancelled(ctx context.Context, conn *swift.Connection, name string) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	file, _, err := conn.ObjectOpen(ctx, "papers", name, true, nil)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(file)
}
