// idtoken: its clients are those of net/http.
package p

import (
	"context"
	"io"

	"google.golang.org/api/idtoken"
)

func forgets(ctx context.Context, link string) ([]byte, error) {
	client, err := idtoken.NewClient(ctx, link)
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
	client, err := idtoken.NewClient(ctx, link)
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
