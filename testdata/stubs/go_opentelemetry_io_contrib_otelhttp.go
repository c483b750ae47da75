// otelhttp: what net/http does, with spans.
package p

import (
	"context"
	"io"
	"net/http"
	"net/url"

	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
)

func getForgets(ctx context.Context, link string) (int, error) {
	resp, err := otelhttp.Get(ctx, link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func head(ctx context.Context, link string) (int, error) {
	resp, err := otelhttp.Head(ctx, link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func headUnchecked(ctx context.Context, link string) error {
	resp, err := otelhttp.Head(ctx, link) // want `closed-before-check`
	defer resp.Body.Close()
	return err
}

func postForgets(ctx context.Context, link string, text io.Reader) (int, error) {
	resp, err := otelhttp.Post(ctx, link, "text/plain", text) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func postFormForgets(ctx context.Context, link string) (int, error) {
	resp, err := otelhttp.PostForm(ctx, link, url.Values{"q": {"go"}}) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func closes(ctx context.Context, link string) ([]byte, error) {
	resp, err := otelhttp.Get(ctx, link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func cancelled(ctx context.Context, link string) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	resp, err := otelhttp.Get(ctx, link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// What is sent on is closed by the one that sends it.
func forwards(ctx context.Context, link, to string) (*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return otelhttp.Post(ctx, to, "text/plain", resp.Body)
}

func roundTripForgets(req *http.Request) (int, error) {
	resp, err := otelhttp.NewTransport(http.DefaultTransport).RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The handler has the body from here on.
func handler(link string) (http.Handler, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	copies := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.Copy(w, resp.Body)
		resp.Body.Close()
	})
	return otelhttp.NewHandler(copies, "copy"), nil
}
