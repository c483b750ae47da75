// The JSON API of Cloud Storage: Download hands the response over, Do decodes it.
package p

import (
	"context"
	"io"

	"google.golang.org/api/storage/v1"
)

func downloadForgets(service *storage.Service, name string) ([]byte, error) {
	resp, err := service.Objects.Get("papers", name).Download() // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func downloadCloses(service *storage.Service, name string) ([]byte, error) {
	resp, err := service.Objects.Get("papers", name).Generation(3).Download()
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func cancelled(ctx context.Context, service *storage.Service, name string) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	resp, err := service.Objects.Get("papers", name).Context(ctx).Generation(3).Download()
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func size(service *storage.Service, name string) (uint64, error) {
	object, err := service.Objects.Get("papers", name).Do()
	if err != nil {
		return 0, err
	}
	return object.Size, nil
}
