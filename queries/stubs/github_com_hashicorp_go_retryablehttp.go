package retryablehttp // import "github.com/hashicorp/go-retryablehttp"

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"time"
)

type ReaderFunc func() (io.Reader, error)
type ResponseHandlerFunc func(*http.Response) error
type LenReader interface {
	Len() int
}
type Logger interface {
	Printf(string, ...any)
}
type LeveledLogger interface {
	Error(msg string, keysAndValues ...any)
	Info(msg string, keysAndValues ...any)
	Debug(msg string, keysAndValues ...any)
	Warn(msg string, keysAndValues ...any)
}
type RequestLogHook func(Logger, *http.Request, int)
type ResponseLogHook func(Logger, *http.Response)
type CheckRetry func(ctx context.Context, resp *http.Response, err error) (bool, error)
type Backoff func(min, max time.Duration, attemptNum int, resp *http.Response) time.Duration
type ErrorHandler func(resp *http.Response, err error, numTries int) (*http.Response, error)
type PrepareRetry func(req *http.Request) error

// note: a body given to NewRequest is read into memory and not closed.
type Request struct {
	*http.Request
}

func (r *Request) WithContext(ctx context.Context) (r2 *Request) //: carry r2 ctx
func (r *Request) BodyBytes() ([]byte, error)
func (r *Request) SetBody(rawBody any) error
func (r *Request) SetResponseHandler(fn ResponseHandlerFunc)
func (r *Request) WriteTo(w io.Writer) (int64, error)
func FromRequest(r *http.Request) (wrapped *Request, err error) //: carry wrapped r
func NewRequest(method, url string, rawBody any) (req *Request, err error) //: method req method
func NewRequestWithContext(ctx context.Context, method, url string, rawBody any) (req *Request, err error) //: carry req ctx; method req method

type Client struct {
	HTTPClient      *http.Client
	Logger          any
	RetryWaitMin    time.Duration
	RetryWaitMax    time.Duration
	RetryMax        int
	RequestLogHook  RequestLogHook
	ResponseLogHook ResponseLogHook
	CheckRetry      CheckRetry
	Backoff         Backoff
	ErrorHandler    ErrorHandler
	PrepareRetry    PrepareRetry
}

func NewClient() *Client
func (c *Client) Do(req *Request) (resp *http.Response, err error)                      //: own resp; context req
func (c *Client) Get(url string) (resp *http.Response, err error)                       //: own resp
func (c *Client) Head(url string) (resp *http.Response, err error) //: own resp; no-body resp
func (c *Client) Post(url, bodyType string, body any) (resp *http.Response, err error)  //: own resp
func (c *Client) PostForm(url string, data url.Values) (resp *http.Response, err error) //: own resp
func (c *Client) StandardClient() *http.Client
func Get(url string) (resp *http.Response, err error)                       //: own resp
func Head(url string) (resp *http.Response, err error) //: own resp; no-body resp
func Post(url, bodyType string, body any) (resp *http.Response, err error)  //: own resp
func PostForm(url string, data url.Values) (resp *http.Response, err error) //: own resp
func DefaultBackoff(min, max time.Duration, attemptNum int, resp *http.Response) time.Duration
func LinearJitterBackoff(min, max time.Duration, attemptNum int, resp *http.Response) time.Duration
func RateLimitLinearJitterBackoff(min, max time.Duration, attemptNum int, resp *http.Response) time.Duration
func DefaultRetryPolicy(ctx context.Context, resp *http.Response, err error) (bool, error)
func ErrorPropagatedRetryPolicy(ctx context.Context, resp *http.Response, err error) (bool, error)
func PassthroughErrorHandler(resp *http.Response, err error, _ int) (passed *http.Response, passedErr error) //: same passed resp; nil-as passedErr err

type RoundTripper struct{ Client *Client }

func (rt *RoundTripper) RoundTrip(req *http.Request) (resp *http.Response, err error) //: own resp; context req
