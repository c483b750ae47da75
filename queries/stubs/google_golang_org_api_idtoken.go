package idtoken // import "google.golang.org/api/idtoken"

import (
	"context"
	"net/http"

	"golang.org/x/oauth2"
)

type ClientOption interface{}

func NewClient(ctx context.Context, audience string, opts ...ClientOption) (*http.Client, error)
func NewTokenSource(ctx context.Context, audience string, opts ...ClientOption) (oauth2.TokenSource, error)
