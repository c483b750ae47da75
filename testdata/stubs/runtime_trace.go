// runtime/trace: WithRegion calls its function.
package p

import (
	"context"
	"net/http"
	"runtime/trace"
)

func forgets(ctx context.Context, link string) (status int, err error) {
	var resp *http.Response
	trace.WithRegion(ctx, "get", func() {
		resp, err = http.Get(link) // want `never-closed`
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func closes(ctx context.Context, link string) (status int, err error) {
	var resp *http.Response
	trace.WithRegion(ctx, "get", func() {
		resp, err = http.Get(link)
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}

// The context of a task ends with the one that is cancelled, and the response with it.
func cancelled(ctx context.Context, link string) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	ctx, task := trace.NewTask(ctx, "get")
	defer task.End()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
