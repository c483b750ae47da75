package http // import "google.golang.org/api/transport/http"

import (
	"context"
	"net/http"

	"google.golang.org/api/option"
)

func NewClient(ctx context.Context, opts ...option.ClientOption) (*http.Client, string, error)
func NewTransport(ctx context.Context, base http.RoundTripper, opts ...option.ClientOption) (http.RoundTripper, error)
