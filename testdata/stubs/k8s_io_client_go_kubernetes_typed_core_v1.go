// The client of core/v1: a log is a stream that has to be closed.
package p

import (
	"context"
	"io"

	corev1 "k8s.io/api/core/v1"
	typedcorev1 "k8s.io/client-go/kubernetes/typed/core/v1"
	"k8s.io/client-go/rest"
)

func logForgets(ctx context.Context, pods typedcorev1.PodInterface, name string) ([]byte, error) {
	stream, err := pods.GetLogs(name, &corev1.PodLogOptions{Follow: true}).Stream(ctx) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(stream)
}

func proxyForgets(ctx context.Context, config *rest.Config, name string) ([]byte, error) {
	client, err := typedcorev1.NewForConfig(config)
	if err != nil {
		return nil, err
	}
	stream, err := client.Services("default").ProxyGet("http", name, "80", "/", nil).Stream(ctx) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(stream)
}

func closes(ctx context.Context, client typedcorev1.CoreV1Interface, name string, to io.Writer) error {
	stream, err := client.Pods("default").GetLogs(name, nil).Stream(ctx)
	if err != nil {
		return err
	}
	defer stream.Close()
	_, err = io.Copy(to, stream)
	return err
}

func raw(ctx context.Context, getter typedcorev1.PodsGetter, name string) ([]byte, error) {
	return getter.Pods("default").GetLogs(name, nil).DoRaw(ctx)
}
