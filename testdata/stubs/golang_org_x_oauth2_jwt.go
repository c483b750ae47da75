// oauth2/jwt: its clients are those of net/http.
package p

import (
	"context"
	"io"

	"golang.org/x/oauth2/jwt"
)

func forgets(ctx context.Context, config *jwt.Config, link string) ([]byte, error) {
	resp, err := config.Client(ctx).Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func closes(ctx context.Context, config *jwt.Config, link string) ([]byte, error) {
	resp, err := config.Client(ctx).Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
