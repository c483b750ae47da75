// oauth2: clients that send a token hand over open responses.
package p

import (
	"context"
	"io"
	"net/http"

	"golang.org/x/oauth2"
)

func transportForgets(transport *oauth2.Transport, req *http.Request) (int, error) {
	resp, err := transport.RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func clientForgets(ctx context.Context, config *oauth2.Config, link string) (int, error) {
	token, err := config.PasswordCredentialsToken(ctx, "gopher", "secret")
	if err != nil {
		return 0, err
	}
	resp, err := config.Client(ctx, token).Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func sourceForgets(ctx context.Context, token *oauth2.Token, link string) (int, error) {
	client := oauth2.NewClient(ctx, oauth2.StaticTokenSource(token))
	resp, err := client.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The response in the error has been closed.
func refused(ctx context.Context, config *oauth2.Config, code string) (int, error) {
	_, err := config.Exchange(ctx, code)
	if refused, ok := err.(*oauth2.RetrieveError); ok {
		return refused.Response.StatusCode, err
	}
	return 0, err
}

func closes(transport *oauth2.Transport, req *http.Request) ([]byte, error) {
	resp, err := transport.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func cancelled(transport *oauth2.Transport, ctx context.Context, link string) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := transport.RoundTrip(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// What is sent on is closed by the one that sends it.
func forwards(transport *oauth2.Transport, link, to string) (*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest(http.MethodPost, to, resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	return transport.RoundTrip(req)
}
