package apmhttp // import "go.elastic.co/apm/module/apmhttp", "go.elastic.co/apm/module/apmhttp/v2"

import "net/http"

type ClientOption func(any)

func WrapClient(c *http.Client, o ...ClientOption) *http.Client
func WrapRoundTripper(r http.RoundTripper, o ...ClientOption) http.RoundTripper
