// Nomad: files, snapshots and raw answers have to be closed; logs come through a channel.
package p

import (
	"context"
	"io"
	"net/http"

	"github.com/hashicorp/nomad/api"
)

func catForgets(client *api.Client, alloc *api.Allocation, path string) ([]byte, error) {
	file, err := client.AllocFS().Cat(alloc, path, nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(file)
}

func rangeForgets(files *api.AllocFS, alloc *api.Allocation, path string) ([]byte, error) {
	file, err := files.ReadAt(alloc, path, 0, 512, nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(file)
}

func snapshotForgets(config *api.Config, to io.Writer) error {
	client, err := api.NewClient(config)
	if err != nil {
		return err
	}
	snapshot, err := client.Operator().Snapshot(nil) // want `never-closed`
	if err != nil {
		return err
	}
	_, err = io.Copy(to, snapshot)
	return err
}

func responseForgets(client *api.Client) ([]byte, error) {
	body, err := client.Raw().Response("/v1/metrics", nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(body)
}

func rawForgets(client *api.Client, req *http.Request) (int, error) {
	resp, err := client.Raw().Do(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func cancelled(client *api.Client, req *http.Request) (int, error) {
	ctx, cancel := context.WithCancel(req.Context())
	defer cancel()
	resp, err := client.Raw().Do(req.WithContext(ctx))
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// What is sent is closed by the transport.
func forwards(client *api.Client, link string) error {
	source, err := http.Get(link)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPut, "/v1/operator/snapshot", source.Body)
	if err != nil {
		source.Body.Close()
		return err
	}
	resp, err := client.Raw().Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func closes(client *api.Client, to io.Writer) error {
	snapshot, err := client.Operator().Snapshot(nil)
	if err != nil {
		return err
	}
	defer snapshot.Close()
	_, err = io.Copy(to, snapshot)
	return err
}

func logs(client *api.Client, alloc *api.Allocation, cancel chan struct{}) ([]byte, error) {
	frames, failed := client.AllocFS().Logs(alloc, true, "web", "stdout", "start", 0, cancel, nil)
	select {
	case frame := <-frames:
		return frame.Data, nil
	case err := <-failed:
		return nil, err
	}
}
