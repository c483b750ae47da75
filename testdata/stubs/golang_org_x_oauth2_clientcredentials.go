// clientcredentials: the client that gets its own tokens hands over open responses.
package p

import (
	"context"
	"io"
	"net/http"

	"golang.org/x/oauth2/clientcredentials"
)

func forgets(ctx context.Context, config *clientcredentials.Config, link string) (int, error) {
	resp, err := config.Client(ctx).Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func closes(ctx context.Context, link string) ([]byte, error) {
	config := clientcredentials.Config{ClientID: "gopher", TokenURL: link}
	token, err := config.Token(ctx)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return nil, err
	}
	token.SetAuthHeader(req)
	resp, err := config.Client(ctx).Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
