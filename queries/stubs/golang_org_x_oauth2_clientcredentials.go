package clientcredentials // import "golang.org/x/oauth2/clientcredentials"

import (
	"context"
	"net/http"
	"net/url"

	"golang.org/x/oauth2"
)

type Config struct {
	ClientID       string
	ClientSecret   string
	TokenURL       string
	Scopes         []string
	EndpointParams url.Values
	AuthStyle      oauth2.AuthStyle
}

func (c *Config) Client(ctx context.Context) *http.Client
func (c *Config) Token(ctx context.Context) (*oauth2.Token, error)
func (c *Config) TokenSource(ctx context.Context) oauth2.TokenSource
