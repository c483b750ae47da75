// Close calls: what was decided, once each.
package p

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// A HEAD answer has no body; see no_body.go.
func head(link string) int64 {
	resp, err := http.Head(link)
	if err != nil {
		return -1
	}
	return resp.ContentLength
}

// Nor has 204.
func noContent(link string) bool {
	resp, err := http.Get(link)
	if err != nil {
		return false
	}
	if resp.StatusCode == http.StatusNoContent {
		return true
	}
	resp.Body.Close()
	return false
}

// A hook may run later: whether it does is its business.
func afterFunc(ctx context.Context, link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	context.AfterFunc(ctx, func() { resp.Body.Close() })
	return nil
}

func addCleanup(owner *bytes.Buffer, link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	runtime.AddCleanup(owner, func(body io.Closer) { body.Close() }, io.Closer(resp.Body))
	return nil
}

// The group cancels its context, this function does not.
func group(ctx context.Context, links []string) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, link := range links {
		g.Go(func() error {
			req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
			if err != nil {
				return err
			}
			resp, err := http.DefaultClient.Do(req) // want `never-closed`
			if err != nil {
				return err
			}
			println(resp.StatusCode)
			return nil
		})
	}
	return g.Wait()
}

func groupClosed(links []string) error {
	var g errgroup.Group
	for _, link := range links {
		g.Go(func() error {
			resp, err := http.Get(link)
			if err != nil {
				return err
			}
			return resp.Body.Close()
		})
	}
	return g.Wait()
}

// http.Error writes and comes back; the error was looked at, so there is no second finding.
func missingReturn(w http.ResponseWriter, link string) {
	resp, err := http.Get(link)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}

// Not even a length of zero closes.
func lengthKnown(link string) []byte {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil
	}
	text := make([]byte, max(resp.ContentLength, 0))
	io.ReadFull(resp.Body, text)
	return text
}
