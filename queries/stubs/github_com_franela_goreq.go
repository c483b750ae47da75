package goreq // import "github.com/franela/goreq"

import (
	"net/http"
	"time"
)

type Request struct {
	Method            string
	Uri               string
	Body              any
	QueryString       any
	Timeout           time.Duration
	ContentType       string
	Accept            string
	Host              string
	UserAgent         string
	Insecure          bool
	MaxRedirects      int
	RedirectHeaders   bool
	Proxy             string
	BasicAuthUsername string
	BasicAuthPassword string
	CookieJar         http.CookieJar
	ShowDebug         bool
}

func (r Request) Do() (res *Response, err error) //: own res.Body; also res.Response res
func (r *Request) AddHeader(name string, value string)
func (r Request) WithHeader(name string, value string) Request
func SetConnectTimeout(duration time.Duration)

type Response struct {
	*http.Response
	Uri  string
	Body *Body
}

// note: ToString and FromJsonTo leave the body open.
type Body struct{}

func (b *Body) Close() error
func (b *Body) Read(p []byte) (int, error)
func (b *Body) FromJsonTo(o any) error
func (b *Body) ToString() (string, error)
