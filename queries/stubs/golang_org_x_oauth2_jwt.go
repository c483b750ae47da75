package jwt // import "golang.org/x/oauth2/jwt"

import (
	"context"
	"net/http"

	"golang.org/x/oauth2"
)

type Config struct {
	Email      string
	PrivateKey []byte
	Scopes     []string
	Subject    string
	TokenURL   string
}

func (c *Config) Client(ctx context.Context) *http.Client
func (c *Config) TokenSource(ctx context.Context) oauth2.TokenSource
