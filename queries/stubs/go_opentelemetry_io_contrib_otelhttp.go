package otelhttp // import "go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"

import (
	"context"
	"io"
	"net/http"
	"net/url"
)

type Option interface{}
type Transport struct{}

var DefaultClient *http.Client

func NewTransport(base http.RoundTripper, opts ...Option) *Transport
func (t *Transport) RoundTrip(r *http.Request) (resp *http.Response, err error)                                //: own resp; context r; close r
func Get(ctx context.Context, targetURL string) (resp *http.Response, err error)                               //: own resp; context ctx
func Head(ctx context.Context, targetURL string) (resp *http.Response, err error) //: own resp; context ctx; no-body resp
func Post(ctx context.Context, targetURL, contentType string, body io.Reader) (resp *http.Response, err error) //: own resp; context ctx; close body
func PostForm(ctx context.Context, targetURL string, data url.Values) (resp *http.Response, err error)         //: own resp; context ctx
func NewHandler(handler http.Handler, operation string, opts ...Option) http.Handler                           //: keep handler
