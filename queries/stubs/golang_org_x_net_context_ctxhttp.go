package ctxhttp // import "golang.org/x/net/context/ctxhttp"

import (
	"context"
	"io"
	"net/http"
	"net/url"
)

// note: Do replaces the request's own context by ctx.
func Do(ctx context.Context, client *http.Client, req *http.Request) (resp *http.Response, err error)                             //: own resp; context ctx; close req
func Get(ctx context.Context, client *http.Client, url string) (resp *http.Response, err error)                                   //: own resp; context ctx
func Head(ctx context.Context, client *http.Client, url string) (resp *http.Response, err error) //: own resp; context ctx; no-body resp
func Post(ctx context.Context, client *http.Client, url string, bodyType string, body io.Reader) (resp *http.Response, err error) //: own resp; context ctx; close body
func PostForm(ctx context.Context, client *http.Client, url string, data url.Values) (resp *http.Response, err error)             //: own resp; context ctx
