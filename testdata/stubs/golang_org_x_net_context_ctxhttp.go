// ctxhttp: what net/http does, with a context.
package p

import (
	"context"
	"io"
	"net/http"
	"net/url"

	"golang.org/x/net/context/ctxhttp"
)

func getForgets(ctx context.Context, client *http.Client, link string) (int, error) {
	resp, err := ctxhttp.Get(ctx, client, link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func head(ctx context.Context, client *http.Client, link string) (int, error) {
	resp, err := ctxhttp.Head(ctx, client, link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func headUnchecked(ctx context.Context, client *http.Client, link string) error {
	resp, err := ctxhttp.Head(ctx, client, link) // want `closed-before-check`
	defer resp.Body.Close()
	return err
}

func postForgets(ctx context.Context, client *http.Client, link string, text io.Reader) (int, error) {
	resp, err := ctxhttp.Post(ctx, client, link, "text/plain", text) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func postFormForgets(ctx context.Context, client *http.Client, link string) (int, error) {
	resp, err := ctxhttp.PostForm(ctx, client, link, url.Values{"q": {"go"}}) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func doForgets(ctx context.Context, client *http.Client, req *http.Request) (int, error) {
	resp, err := ctxhttp.Do(ctx, client, req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func closes(ctx context.Context, client *http.Client, link string) ([]byte, error) {
	resp, err := ctxhttp.Get(ctx, client, link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func cancelled(ctx context.Context, client *http.Client, link string) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	resp, err := ctxhttp.Get(ctx, client, link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// What is sent on is closed by the one that sends it.
func forwards(ctx context.Context, client *http.Client, link, to string) (*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return ctxhttp.Post(ctx, client, to, "text/plain", resp.Body)
}
