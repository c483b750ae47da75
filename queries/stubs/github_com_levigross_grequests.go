package grequests // import "github.com/levigross/grequests"

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"time"
)

type RequestOptions struct {
	Data           map[string]string
	Params         map[string]string
	QueryStruct    any
	JSON           any
	XML            any
	Headers        map[string]string
	UserAgent      string
	Auth           []string
	Host           string
	RequestTimeout time.Duration
	HTTPClient     *http.Client
	RequestBody    io.Reader
	Proxies        map[string]*url.URL
	Context        context.Context
}

func Get(url string, ro *RequestOptions) (resp *Response, err error) //: own resp; also resp.RawResponse resp
func Put(url string, ro *RequestOptions) (resp *Response, err error) //: own resp; also resp.RawResponse resp
func Patch(url string, ro *RequestOptions) (resp *Response, err error) //: own resp; also resp.RawResponse resp
func Delete(url string, ro *RequestOptions) (resp *Response, err error) //: own resp; also resp.RawResponse resp
func Post(url string, ro *RequestOptions) (resp *Response, err error) //: own resp; also resp.RawResponse resp
func Options(url string, ro *RequestOptions) (resp *Response, err error) //: own resp; also resp.RawResponse resp
func Head(url string, ro *RequestOptions) (resp *Response, err error) //: released resp
func Req(method, url string, ro *RequestOptions) (resp *Response, err error) //: own resp; also resp.RawResponse resp

type Session struct {
	RequestOptions *RequestOptions
	HTTPClient     *http.Client
}

func NewSession(ro *RequestOptions) *Session
func (s *Session) Get(url string, ro *RequestOptions) (resp *Response, err error) //: own resp; also resp.RawResponse resp
func (s *Session) Put(url string, ro *RequestOptions) (resp *Response, err error) //: own resp; also resp.RawResponse resp
func (s *Session) Patch(url string, ro *RequestOptions) (resp *Response, err error) //: own resp; also resp.RawResponse resp
func (s *Session) Delete(url string, ro *RequestOptions) (resp *Response, err error) //: own resp; also resp.RawResponse resp
func (s *Session) Post(url string, ro *RequestOptions) (resp *Response, err error) //: own resp; also resp.RawResponse resp
func (s *Session) Options(url string, ro *RequestOptions) (resp *Response, err error) //: own resp; also resp.RawResponse resp
func (s *Session) CloseIdleConnections()

// note: what reads the body to its end closes it too.
type Response struct {
	Ok          bool
	Error       error
	RawResponse *http.Response
	StatusCode  int
	Header      http.Header
}

func (r *Response) Read(p []byte) (n int, err error)
func (r *Response) Close() error //: close r
func (r *Response) Bytes() []byte //: close r
func (r *Response) String() string //: close r
func (r *Response) JSON(userStruct any) error //: close r
func (r *Response) XML(userStruct any, charsetReader func(charset string, input io.Reader) (io.Reader, error)) error //: close r
func (r *Response) DownloadToFile(fileName string) error //: close r
func (r *Response) ClearInternalBuffer()
