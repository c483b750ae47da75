package p

// the leak in latest (never closed). The type argument of the unseen generic helper is inferred from its
// argument: a func() (*http.Response, error). The result is an open *http.Response and the helper returns an error.
import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/cenkalti/backoff/v5"
)

func latest(ctx context.Context, client *http.Client, url string) (string, error) {
	fetch := func() (*http.Response, error) {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, http.NoBody)
		if err != nil {
			return nil, err
		}
		return client.Do(req)
	}
	resp, err := backoff.Retry(ctx, fetch, backoff.WithMaxTries(3)) // want `never-closed`
	if err != nil {
		return "", err
	}
	var v struct{ Name string }
	if err := json.NewDecoder(resp.Body).Decode(&v); err != nil {
		return "", err
	}
	return v.Name, nil
}

func latestClosed(ctx context.Context, client *http.Client, url string) (string, error) {
	resp, err := backoff.Retry(ctx, func() (*http.Response, error) { return client.Get(url) })
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return resp.Status, nil
}
