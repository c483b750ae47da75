// docker: what is streamed has to be closed; what is hijacked is a connection.
package p

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"os"
	"time"

	"github.com/docker/docker/api/types/container"
	"github.com/docker/docker/api/types/image"
	"github.com/docker/docker/client"
)

func logsForget(ctx context.Context, cli *client.Client, id string) ([]string, error) {
	logs, err := cli.ContainerLogs(ctx, id, container.LogsOptions{ShowStdout: true}) // want `never-closed`
	if err != nil {
		return nil, err
	}
	var lines []string
	for scanner := bufio.NewScanner(logs); scanner.Scan(); {
		lines = append(lines, scanner.Text())
	}
	return lines, nil
}

func statsForget(ctx context.Context, engine client.ContainerAPIClient, id string) (string, error) {
	stats, err := engine.ContainerStats(ctx, id, false) // want `leaks-on-path`
	if err != nil {
		return "", err
	}
	if stats.OSType == "windows" { // via `when this is true`
		return stats.OSType, nil // via `returns with the body open`
	}
	defer stats.Body.Close()
	var found struct{ Name string }
	err = json.NewDecoder(stats.Body).Decode(&found)
	return found.Name, err
}

func pull(ctx context.Context, engine client.ImageAPIClient, name string) (io.ReadCloser, error) {
	return engine.ImagePull(ctx, name, image.PullOptions{})
}

func callerForgets(ctx context.Context, engine client.APIClient, name string) error {
	progress, err := pull(ctx, engine, name) // want `never-closed`
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, progress)
	return err
}

func build(ctx context.Context, name string) (client.ImageBuildResponse, error) {
	cli, err := client.NewClientWithOpts(client.FromEnv, client.WithAPIVersionNegotiation())
	if err != nil {
		return client.ImageBuildResponse{}, err
	}
	archive, err := os.Open(name)
	if err != nil {
		return client.ImageBuildResponse{}, err
	}
	defer archive.Close()
	return cli.ImageBuild(ctx, archive, nil)
}

func builtForgets(ctx context.Context) (string, error) {
	built, err := build(ctx, "context.tar") // want `never-closed`
	if err != nil {
		return "", err
	}
	return built.OSType, nil
}

func closes(ctx context.Context, cli *client.Client, id, path string) ([]byte, error) {
	archive, _, err := cli.CopyFromContainer(ctx, id, path)
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	return io.ReadAll(archive)
}

func inTime(ctx context.Context, cli *client.Client, id string, to io.Writer) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	archive, err := cli.ContainerExport(ctx, id)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, archive)
	return err
}

func noStreams(ctx context.Context, cli *client.Client, id string) error {
	attached, err := cli.ContainerAttach(ctx, id, container.AttachOptions{Stream: true})
	if err != nil {
		return err
	}
	defer attached.Close()
	_, err = io.Copy(os.Stdout, attached.Reader)
	if err != nil {
		return err
	}
	messages, failed := cli.Events(ctx, nil)
	select {
	case <-messages:
		return nil
	case err := <-failed:
		return err
	}
}

// What is uploaded is closed by the transport.
func copies(ctx context.Context, from, to *client.Client) error {
	archive, err := from.ImageSave(ctx, []string{"db"})
	if err != nil {
		return err
	}
	loaded, err := to.ImageLoad(ctx, archive, true)
	if err != nil {
		return err
	}
	return loaded.Body.Close()
}

// Each call by itself.
func discards(ctx context.Context, cli *client.Client, archive io.Reader) {
	cli.ContainerExport(ctx, "db")                       // want `discarded-response`
	cli.ContainerStatsOneShot(ctx, "db")                 // want `discarded-response`
	cli.CopyFromContainer(ctx, "db", "/var/lib")         // want `discarded-response`
	cli.ImageBuild(ctx, archive, nil)                    // want `discarded-response`
	cli.ImageCreate(ctx, "alpine", nil)                  // want `discarded-response`
	cli.ImageImport(ctx, nil, "alpine", nil)             // want `discarded-response`
	cli.ImageLoad(ctx, archive, true)                    // want `discarded-response`
	cli.ImagePush(ctx, "alpine", image.PushOptions{})    // want `discarded-response`
	cli.ImageSave(ctx, []string{"alpine"})               // want `discarded-response`
	cli.PluginInstall(ctx, "vieux/sshfs", nil)           // want `discarded-response`
	cli.PluginPush(ctx, "vieux/sshfs", "")               // want `discarded-response`
	cli.PluginUpgrade(ctx, "vieux/sshfs", nil)           // want `discarded-response`
	cli.ServiceLogs(ctx, "web", container.LogsOptions{}) // want `discarded-response`
	cli.TaskLogs(ctx, "web.1", container.LogsOptions{})  // want `discarded-response`
}
