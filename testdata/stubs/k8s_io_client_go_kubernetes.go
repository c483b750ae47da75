// kubernetes: a clientset leads to the streams of the REST client.
package p

import (
	"bufio"
	"context"
	"io"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
)

type watcher struct {
	clients kubernetes.Interface
}

func (w *watcher) lines(ctx context.Context, pod *corev1.Pod) (n int, err error) {
	request := w.clients.CoreV1().Pods(pod.Namespace).GetLogs(pod.Name, &corev1.PodLogOptions{})
	stream, err := request.Stream(ctx) // want `never-closed`
	if err != nil {
		return 0, err
	}
	for scanner := bufio.NewScanner(stream); scanner.Scan(); n++ {
	}
	return n, nil
}

func copyForgets(ctx context.Context, config *rest.Config, to io.Writer) error {
	clients, err := kubernetes.NewForConfig(config)
	if err != nil {
		return err
	}
	stream, err := clients.CoreV1().RESTClient().Get().AbsPath("/metrics").Stream(ctx) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if _, err := io.Copy(to, stream); err != nil { // via `when this is true`
		return err // via `returns with the body open`
	}
	return stream.Close()
}

func closes(ctx context.Context, clients *kubernetes.Clientset, to io.Writer) error {
	stream, err := clients.CoreV1().Pods("default").GetLogs("db-0", nil).Stream(ctx)
	if err != nil {
		return err
	}
	defer stream.Close()
	_, err = io.Copy(to, stream)
	return err
}

// What is no stream has been read.
func list(ctx context.Context, clients kubernetes.Interface) error {
	pods, err := clients.CoreV1().Pods("default").List(ctx, nil)
	if err != nil {
		return err
	}
	for _, pod := range pods.Items {
		if _, err := clients.CoreV1().Pods("default").Get(ctx, pod.Name, nil); err != nil {
			return err
		}
	}
	return nil
}
