// wait: conditions are called until they hold, loops until they are stopped.
package p

import (
	"context"
	"io"
	"net/http"
	"time"

	"k8s.io/apimachinery/pkg/util/wait"
)

func pollForgets(ctx context.Context, link string) error {
	return wait.PollUntilContextTimeout(ctx, time.Second, time.Minute, true, func(ctx context.Context) (bool, error) {
		resp, err := http.Get(link) // want `never-closed`
		if err != nil {
			return false, nil
		}
		return resp.StatusCode == http.StatusOK, nil
	})
}

// The response of the last call is open when the condition holds.
func last(link string) (int, error) {
	var resp *http.Response
	err := wait.ExponentialBackoff(wait.Backoff{Steps: 3}, func() (bool, error) {
		var err error
		resp, err = http.Get(link) // want `never-closed`
		return true, err
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func lastCloses(ctx context.Context, link string) (int, error) {
	var resp *http.Response
	err := wait.PollUntilContextCancel(ctx, time.Second, true, func(ctx context.Context) (bool, error) {
		var err error
		resp, err = http.Get(link)
		return true, err
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}

func interrupted(client *http.Client, link string) error {
	resp, err := client.Get(link)
	if wait.Interrupted(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func closedByAGroup(link string) error {
	var group wait.Group
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	group.Start(func() {
		defer resp.Body.Close()
		io.Copy(io.Discard, resp.Body)
	})
	group.Wait()
	return nil
}
