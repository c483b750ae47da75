// Consul: snapshots, profiles and streams of metrics have to be closed; all else is decoded.
package p

import (
	"context"
	"io"

	"github.com/hashicorp/consul/api"
)

func saveForgets(config *api.Config, to io.Writer) error {
	client, err := api.NewClient(config)
	if err != nil {
		return err
	}
	snapshot, _, err := client.Snapshot().Save(nil) // want `never-closed`
	if err != nil {
		return err
	}
	_, err = io.Copy(to, snapshot)
	return err
}

func profileForgets(ctx context.Context, client *api.Client) ([]byte, error) {
	profile, err := client.Debug().PProf(ctx, "heap", 1) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(profile)
}

func metricsForget(ctx context.Context, client *api.Client) ([]byte, error) {
	stream, err := client.Agent().MetricsStream(ctx) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(stream)
}

func cancelled(ctx context.Context, client *api.Client) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream, err := client.Agent().MetricsStream(ctx)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(stream)
}

func closes(client *api.Client, to io.Writer) error {
	snapshot, meta, err := client.Snapshot().Save(&api.QueryOptions{AllowStale: true})
	if err != nil {
		return err
	}
	defer snapshot.Close()
	_, err = io.Copy(to, snapshot)
	return errorOf(err, meta)
}

func errorOf(err error, _ *api.QueryMeta) error { return err }

func decoded(client *api.Client) (string, error) {
	pair, _, err := client.KV().Get("lamp", nil)
	if err != nil {
		return "", err
	}
	return string(pair.Value), nil
}
