// The client of Moby: what is streamed has to be closed; Wait closes the progress of a pull.
package p

import (
	"context"
	"io"

	"github.com/moby/moby/client"
)

func logsForget(ctx context.Context, id string) ([]byte, error) {
	cli, err := client.New(client.FromEnv)
	if err != nil {
		return nil, err
	}
	logs, err := cli.ContainerLogs(ctx, id, client.ContainerLogsOptions{ShowStdout: true}) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(logs)
}

func copyForgets(ctx context.Context, engine client.ContainerAPIClient, id string) (any, error) {
	copied, err := engine.CopyFromContainer(ctx, id, client.CopyFromContainerOptions{SourcePath: "/etc"}) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return copied.Stat, nil
}

func pullForgets(ctx context.Context, engine client.ImageAPIClient, name string) error {
	progress, err := engine.ImagePull(ctx, name, client.ImagePullOptions{}) // want `never-closed`
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, progress)
	return err
}

func pullWaits(ctx context.Context, engine client.APIClient, name string) error {
	progress, err := engine.ImagePull(ctx, name, client.ImagePullOptions{})
	if err != nil {
		return err
	}
	return progress.Wait(ctx)
}

func pushCloses(ctx context.Context, engine client.APIClient, name string, to io.Writer) error {
	progress, err := engine.ImagePush(ctx, name, client.ImagePushOptions{})
	if err != nil {
		return err
	}
	defer progress.Close()
	_, err = io.Copy(to, progress)
	return err
}

func statsClose(ctx context.Context, cli *client.Client, id string) ([]byte, error) {
	stats, err := cli.ContainerStats(ctx, id, client.ContainerStatsOptions{})
	if err != nil {
		return nil, err
	}
	defer stats.Body.Close()
	return io.ReadAll(stats.Body)
}

func cancelled(ctx context.Context, cli *client.Client, to io.Writer) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	archive, err := cli.ContainerExport(ctx, "db", client.ContainerExportOptions{})
	if err != nil {
		return err
	}
	_, err = io.Copy(to, archive)
	return err
}

// What is uploaded is closed by the transport.
func moves(ctx context.Context, from, to *client.Client) error {
	archive, err := from.ContainerExport(ctx, "db", client.ContainerExportOptions{})
	if err != nil {
		return err
	}
	progress, err := to.ImageImport(ctx, client.ImageImportSource{Source: archive, SourceName: "-"}, "db", client.ImageImportOptions{})
	if err != nil {
		return err
	}
	return progress.Close()
}

func copies(ctx context.Context, from, to *client.Client) error {
	archive, err := from.ImageSave(ctx, []string{"db"})
	if err != nil {
		return err
	}
	progress, err := to.ImageLoad(ctx, archive)
	if err != nil {
		return err
	}
	return progress.Close()
}

// Each call by itself.
func discards(ctx context.Context, cli *client.Client, archive io.Reader) {
	cli.ContainerExport(ctx, "db", client.ContainerExportOptions{})                     // want `discarded-response`
	cli.ContainerStats(ctx, "db", client.ContainerStatsOptions{})                       // want `discarded-response`
	cli.ImageBuild(ctx, archive, client.ImageBuildOptions{})                            // want `discarded-response`
	cli.ImageImport(ctx, client.ImageImportSource{}, "db", client.ImageImportOptions{}) // want `discarded-response`
	cli.ImageLoad(ctx, archive)                                                         // want `discarded-response`
	cli.ImagePush(ctx, "db", client.ImagePushOptions{})                                 // want `discarded-response`
	cli.ImageSave(ctx, []string{"db"})                                                  // want `discarded-response`
	cli.PluginInstall(ctx, "sshfs", client.PluginInstallOptions{})                      // want `discarded-response`
	cli.PluginPush(ctx, "sshfs", client.PluginPushOptions{})                            // want `discarded-response`
	cli.PluginUpgrade(ctx, "sshfs", client.PluginUpgradeOptions{})                      // want `discarded-response`
	cli.ServiceLogs(ctx, "web", client.ServiceLogsOptions{})                            // want `discarded-response`
	cli.TaskLogs(ctx, "web.1", client.TaskLogsOptions{})                                // want `discarded-response`
}
