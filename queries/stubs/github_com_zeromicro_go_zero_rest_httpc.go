package httpc // import "github.com/zeromicro/go-zero/rest/httpc"

import (
	"context"
	"net/http"
)

type Option func(r *http.Request) *http.Request
type Service interface {
	Do(ctx context.Context, method, url string, data any) (resp *http.Response, err error) //: own resp; context ctx
	DoRequest(r *http.Request) (resp *http.Response, err error) //: own resp; context r; close r
}

func NewService(name string, opts ...Option) Service
func NewServiceWithClient(name string, cli *http.Client, opts ...Option) Service
func Do(ctx context.Context, method, url string, data any) (resp *http.Response, err error) //: own resp; context ctx
func DoRequest(r *http.Request) (resp *http.Response, err error) //: own resp; context r; close r
func Parse(resp *http.Response, val any) error //: close resp
func ParseHeaders(resp *http.Response, val any) error
func ParseJsonBody(resp *http.Response, val any) error //: close resp
