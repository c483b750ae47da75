// oauth2/google: its clients are those of net/http.
package p

import (
	"context"
	"io"

	"golang.org/x/oauth2/google"
)

func forgets(ctx context.Context, link string) ([]byte, error) {
	client, err := google.DefaultClient(ctx, "cloud-platform")
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
	client, err := google.DefaultClient(ctx, "cloud-platform")
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

func ofConfigForgets(ctx context.Context, key []byte, link string) ([]byte, error) {
	config, err := google.JWTConfigFromJSON(key)
	if err != nil {
		return nil, err
	}
	resp, err := config.Client(ctx).Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}
