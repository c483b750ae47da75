package newrelic // import "github.com/newrelic/go-agent/v3/newrelic"

import "net/http"

func NewRoundTripper(original http.RoundTripper) http.RoundTripper
