package retryablehttp // import "github.com/projectdiscovery/retryablehttp-go"

import (
	"context"
	"net/http"
	"net/url"
	"time"
)

type Options struct {
	RetryWaitMin time.Duration
	RetryWaitMax time.Duration
	Timeout      time.Duration
	RetryMax     int
	HttpClient   *http.Client
}
type Client struct {
	HTTPClient  *http.Client
	HTTPClient2 *http.Client
}

var DefaultHTTPClient *Client

func DefaultClient() *http.Client
func DefaultPooledClient() *http.Client
func NewClient(options Options) *Client
func NewWithHTTPClient(client *http.Client, options Options) *Client
func (c *Client) Do(req *Request) (resp *http.Response, err error) //: own resp; context req
func (c *Client) Get(url string) (resp *http.Response, err error) //: own resp
func (c *Client) Head(url string) (resp *http.Response, err error) //: own resp; no-body resp
func (c *Client) Post(url, bodyType string, body any) (resp *http.Response, err error) //: own resp
func (c *Client) PostForm(url string, data url.Values) (resp *http.Response, err error) //: own resp
func Get(url string) (resp *http.Response, err error) //: own resp
func Head(url string) (resp *http.Response, err error) //: own resp; no-body resp
func Post(url, bodyType string, body any) (resp *http.Response, err error) //: own resp
func PostForm(url string, data url.Values) (resp *http.Response, err error) //: own resp
func Discard(req *Request, resp *http.Response, RespReadLimit int64) //: close resp

type Request struct{ *http.Request }

func (r *Request) WithContext(ctx context.Context) (next *Request) //: carry next ctx
func (r *Request) Clone(ctx context.Context) (next *Request) //: carry next ctx
func FromRequest(r *http.Request) (req *Request, err error) //: carry req r
func NewRequest(method, url string, body any) (req *Request, err error) //: method req method
func NewRequestWithContext(ctx context.Context, method, url string, body any) (req *Request, err error) //: carry req ctx; method req method
