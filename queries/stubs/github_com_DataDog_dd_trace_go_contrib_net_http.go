package http // import "gopkg.in/DataDog/dd-trace-go.v1/contrib/net/http", "github.com/DataDog/dd-trace-go/contrib/net/http/v2"

import "net/http"

type Option interface{}
type RoundTripperOption interface{}

func WrapClient(c *http.Client, opts ...RoundTripperOption) *http.Client
func WrapHandler(h http.Handler, service, resource string, opts ...Option) http.Handler //: keep h
func WrapRoundTripper(rt http.RoundTripper, opts ...RoundTripperOption) http.RoundTripper
