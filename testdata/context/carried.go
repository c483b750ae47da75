// The context goes through builders and wrappers of the project.
package p

import (
	"context"
	"net/http"
	"net/url"
	"time"
)

type api struct {
	hc   *http.Client
	base *url.URL
}

func (a *api) request(ctx context.Context, path string) (*http.Request, error) {
	return http.NewRequestWithContext(ctx, http.MethodGet, a.base.JoinPath(path).String(), nil)
}

func (a *api) fetch(ctx context.Context, path string) (*http.Response, error) {
	req, err := a.request(ctx, path)
	if err != nil {
		return nil, err
	}
	return a.hc.Do(req)
}

func (a *api) alive() bool {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	resp, err := a.fetch(ctx, "health")
	return err == nil && resp.StatusCode == http.StatusOK
}

func (a *api) aliveForgets(ctx context.Context) bool {
	resp, err := a.fetch(ctx, "health") // want `never-closed`
	return err == nil && resp.StatusCode == http.StatusOK
}

func (a *api) builtByHelper() (int, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	req, err := a.request(ctx, "version")
	if err != nil {
		return 0, err
	}
	resp, err := a.hc.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The wrapper cancels before it returns: its response is released and unreadable.
func (a *api) released(path string) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return a.fetch(ctx, path)
}

func (a *api) usesReleased() (string, error) {
	resp, err := a.released("motd")
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

type options struct {
	ctx  context.Context
	path string
}

// The context travels inside a struct.
func (a *api) fetchWith(o options) (*http.Response, error) {
	return a.fetch(o.ctx, o.path)
}

func (a *api) closesOptions() error {
	resp, err := a.fetchWith(options{ctx: context.Background(), path: "x"})
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (a *api) forgetsOptions() (int, error) {
	resp, err := a.fetchWith(options{ctx: context.TODO(), path: "x"}) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
