// errgroup: a group calls each function that it is given.
package p

import (
	"context"
	"io"
	"net/http"

	"golang.org/x/sync/errgroup"
)

func read(resp *http.Response) error {
	_, err := io.Copy(io.Discard, resp.Body)
	return err
}

func closedByATask(links []string) error {
	var group errgroup.Group
	for _, link := range links {
		resp, err := http.Get(link)
		if err != nil {
			return err
		}
		group.Go(func() error {
			defer resp.Body.Close()
			return read(resp)
		})
	}
	return group.Wait()
}

func forgottenByATask(link string) error {
	var group errgroup.Group
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	group.Go(func() error {
		return read(resp)
	})
	return group.Wait()
}

func cancelled(ctx context.Context, link string) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	group, ctx := errgroup.WithContext(ctx)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	group.Go(func() error { return read(resp) })
	return resp.StatusCode, group.Wait()
}

// Where there is no room, the function is not called; that is not followed.
func tried(link string) error {
	var group errgroup.Group
	group.SetLimit(1)
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	group.TryGo(func() error {
		defer resp.Body.Close()
		return read(resp)
	})
	return group.Wait()
}

// The group hands out the error of its only literal.
func filledByATask(link string) (int, error) {
	var group errgroup.Group
	var resp *http.Response
	group.Go(func() (err error) {
		resp, err = http.Get(link)
		return err
	})
	if err := group.Wait(); err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

// The context of the group is cancelled when the group has been waited for.
func readAfterWait(ctx context.Context, link string) error {
	group, ctx := errgroup.WithContext(ctx)
	var resp *http.Response
	group.Go(func() error {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
		if err != nil {
			return err
		}
		resp, err = http.DefaultClient.Do(req) // want `read-after-close`
		return err
	})
	if err := group.Wait(); err != nil {
		return err
	}
	defer resp.Body.Close()
	return read(resp)
}
