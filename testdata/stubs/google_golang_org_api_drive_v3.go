// Drive: Download hands the response over, Do decodes it.
package p

import (
	"context"
	"io"

	"google.golang.org/api/drive/v3"
)

func downloadForgets(service *drive.Service, id string) ([]byte, error) {
	resp, err := service.Files.Get(id).SupportsAllDrives(true).Download() // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func downloadCloses(service *drive.Service, id string) ([]byte, error) {
	resp, err := service.Files.Get(id).Download()
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func exportForgets(service *drive.Service, id string) ([]byte, error) {
	resp, err := service.Files.Export(id, "text/plain").Download() // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func revisionForgets(service *drive.Service, id string) ([]byte, error) {
	resp, err := service.Revisions.Get(id, "head").Download() // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func cancelled(ctx context.Context, service *drive.Service, id string) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	resp, err := service.Files.Get(id).Context(ctx).SupportsAllDrives(true).Download()
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func exists(service *drive.Service, id string) bool {
	_, err := service.Files.Get(id).Do()
	return err == nil
}
