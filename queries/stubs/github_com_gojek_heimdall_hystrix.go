package hystrix // import "github.com/gojek/heimdall/*/hystrix", "github.com/gojektech/heimdall/*/hystrix"

import (
	"io"
	"net/http"
	"time"
)

type Option func(*Client)
type Client struct{}

func NewClient(opts ...Option) *Client
func WithCommandName(name string) Option
func WithHTTPTimeout(timeout time.Duration) Option
func WithHystrixTimeout(timeout time.Duration) Option
func WithMaxConcurrentRequests(maxConcurrentRequests int) Option
func WithErrorPercentThreshold(errorPercentThreshold int) Option
func WithFallbackFunc(fn func(err error) error) Option
func WithRetryCount(retryCount int) Option
func WithRetrier(retrier any) Option
func WithHTTPClient(client any) Option
func (c *Client) Get(url string, headers http.Header) (resp *http.Response, err error) //: own resp
func (c *Client) Post(url string, body io.Reader, headers http.Header) (resp *http.Response, err error) //: own resp
func (c *Client) Put(url string, body io.Reader, headers http.Header) (resp *http.Response, err error) //: own resp
func (c *Client) Patch(url string, body io.Reader, headers http.Header) (resp *http.Response, err error) //: own resp
func (c *Client) Delete(url string, headers http.Header) (resp *http.Response, err error) //: own resp
func (c *Client) Do(req *http.Request) (resp *http.Response, err error) //: own resp; context req; close req
