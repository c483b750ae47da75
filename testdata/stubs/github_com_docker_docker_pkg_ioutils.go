// ioutils: what is made of a body and a closer is closed by the closer.
package p

import (
	"bufio"
	"context"
	"io"
	"net/http"

	"github.com/docker/docker/pkg/ioutils"
)

func closesWrapper(link string, w io.Writer) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	body := ioutils.NewReadCloserWrapper(resp.Body, func() error { return resp.Body.Close() })
	defer body.Close()
	_, err = io.Copy(w, body)
	return err
}

func opened(link string) (io.ReadCloser, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return ioutils.NewReadCloserWrapper(bufio.NewReader(resp.Body), resp.Body.Close), nil
}

func closesCancel(ctx context.Context, link string, w io.Writer) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	body := ioutils.NewCancelReadCloser(ctx, resp.Body)
	defer body.Close()
	_, err = io.Copy(w, body)
	return err
}

func forgets(ctx context.Context, link string, w io.Writer) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	_, err = io.Copy(w, ioutils.NewCancelReadCloser(ctx, resp.Body))
	return err
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func withCloser(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return ioutils.NewReadCloserWrapper(resp.Body, func() error { return nil }), nil
}
