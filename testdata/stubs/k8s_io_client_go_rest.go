// rest: Stream hands over an open body; Do and DoRaw have read it. HTTPClientFor makes a client.
package p

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"k8s.io/client-go/rest"
)

var errNotFound = errors.New("not found")

func streamForgets(ctx context.Context, client rest.Interface, name string) ([]byte, error) {
	stream, err := client.Get().Namespace("default").Resource("pods").Name(name).SubResource("log").Stream(ctx) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(stream)
}

func wrapperForgets(ctx context.Context, proxied rest.ResponseWrapper) ([]byte, error) {
	stream, err := proxied.Stream(ctx) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(stream)
}

// Before version 0.18 there was no context.
func olderForgets(client *rest.RESTClient, path string) ([]byte, error) {
	stream, err := client.Get().AbsPath(path).Stream() // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(stream)
}

func clientForgets(link string) (int, error) {
	config, err := rest.InClusterConfig()
	if err != nil {
		return 0, err
	}
	client, err := rest.HTTPClientFor(config)
	if err != nil {
		return 0, err
	}
	resp, err := client.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	if resp.StatusCode != http.StatusOK {
		return 0, errNotFound
	}
	return resp.StatusCode, nil
}

func closes(ctx context.Context, client *rest.RESTClient, to io.Writer) error {
	stream, err := client.Get().RequestURI("/metrics").Param("verbose", "").Stream(ctx)
	if err != nil {
		return err
	}
	defer stream.Close()
	_, err = io.Copy(to, stream)
	return err
}

func inTime(ctx context.Context, client rest.Interface) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	stream, err := client.Get().AbsPath("/healthz").Stream(ctx)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(stream)
}

func raw(ctx context.Context, client rest.Interface) ([]byte, error) {
	client.Post().Resource("pods").Body("pod").Do(ctx)
	return client.Get().AbsPath("/healthz").DoRaw(ctx)
}
