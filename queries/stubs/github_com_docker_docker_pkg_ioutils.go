package ioutils // import "github.com/docker/docker/pkg/ioutils", "github.com/moby/moby/pkg/ioutils", "github.com/containers/storage/pkg/ioutils", "go.podman.io/storage/pkg/ioutils"

import (
	"context"
	"io"
)

// note: Close of the result calls closer, and nothing else.
func NewReadCloserWrapper(r io.Reader, closer func() error) (rc io.ReadCloser) //: wrap rc r; keep closer
func NewCancelReadCloser(ctx context.Context, in io.ReadCloser) (rc io.ReadCloser) //: same rc in
func NewReaderErrWrapper(r io.Reader, closer func()) (wrapped io.Reader) //: wrap wrapped r; keep closer
