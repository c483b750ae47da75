package readafterclose

import (
	"context"
	"io"
	"net/http"

	"golang.org/x/sync/errgroup"
)

// The context of a group is done when the group has been waited for.

func send(ctx context.Context, u string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func afterWait(ctx context.Context, u string) ([]byte, error) {
	g, groupCtx := errgroup.WithContext(ctx)
	var page *http.Response
	g.Go(func() (err error) {
		page, err = send(groupCtx, u) // want `read-after-close`
		return err
	})
	if err := g.Wait(); err != nil {
		return nil, err
	}
	defer page.Body.Close()
	return io.ReadAll(page.Body)
}

func afterWaitWithOneName(ctx context.Context, u string) ([]byte, error) {
	g, ctx := errgroup.WithContext(ctx)
	var page *http.Response
	g.Go(func() error {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
		if err != nil {
			return err
		}
		page, err = http.DefaultClient.Do(req) // want `read-after-close`
		return err
	})
	if err := g.Wait(); err != nil {
		return nil, err
	}
	defer page.Body.Close()
	return io.ReadAll(page.Body)
}

func withContextFromOutside(ctx context.Context, u string) ([]byte, error) {
	g, _ := errgroup.WithContext(ctx)
	var page *http.Response
	g.Go(func() (err error) {
		page, err = send(ctx, u)
		return err
	})
	if err := g.Wait(); err != nil {
		return nil, err
	}
	defer page.Body.Close()
	return io.ReadAll(page.Body)
}

func withoutContext(ctx context.Context, u string) ([]byte, error) {
	var g errgroup.Group
	var page *http.Response
	g.Go(func() (err error) {
		page, err = send(ctx, u)
		return err
	})
	if err := g.Wait(); err != nil {
		return nil, err
	}
	defer page.Body.Close()
	return io.ReadAll(page.Body)
}

func beforeWait(ctx context.Context, u string) (text []byte, err error) {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		page, err := send(ctx, u)
		if err != nil {
			return err
		}
		defer page.Body.Close()
		text, err = io.ReadAll(page.Body)
		return err
	})
	return text, g.Wait()
}

func statusAfterWait(ctx context.Context, u string) (string, error) {
	g, ctx := errgroup.WithContext(ctx)
	var page *http.Response
	g.Go(func() (err error) {
		page, err = send(ctx, u)
		return err
	})
	if err := g.Wait(); err != nil {
		return "", err
	}
	page.Body.Close()
	return page.Status, nil
}
