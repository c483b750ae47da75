// go-gh: Request hands its response over; what decodes closes.
package p

import (
	"context"

	"github.com/cli/go-gh/v2/pkg/api"
)

func decoded(v any) error {
	client, err := api.DefaultRESTClient()
	if err != nil {
		return err
	}
	return client.Get("user", v)
}

func closed(client *api.RESTClient) (int, error) {
	resp, err := client.Request("GET", "user", nil)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func cancelled(client *api.RESTClient) (int, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	resp, err := client.RequestWithContext(ctx, "GET", "user", nil)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func forgets(client *api.RESTClient) (int, error) {
	resp, err := client.Request("GET", "user", nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func forgetsWithContext(ctx context.Context, client *api.RESTClient) (int, error) {
	resp, err := client.RequestWithContext(ctx, "GET", "user", nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
