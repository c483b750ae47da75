// The transport of Google's APIs: its clients are those of net/http.
package p

import (
	"context"
	"io"

	"google.golang.org/api/transport/http"
)

func forgets(ctx context.Context, link string) ([]byte, error) {
	client, _, err := http.NewClient(ctx)
	if err != nil {
		return nil, err
	}
	resp, err := client.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func closes(ctx context.Context, link string) ([]byte, error) {
	client, _, err := http.NewClient(ctx)
	if err != nil {
		return nil, err
	}
	resp, err := client.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
