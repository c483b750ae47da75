package pester // import "github.com/sethgrid/pester"

import (
	"io"
	"net/http"
	"net/url"
	"time"
)

type BackoffStrategy func(retry int) time.Duration
type Client struct {
	Transport       http.RoundTripper
	CheckRedirect   func(req *http.Request, via []*http.Request) error
	Jar             http.CookieJar
	Timeout         time.Duration
	Concurrency     int
	MaxRetries      int
	Backoff         BackoffStrategy
	KeepLog         bool
	SuccessReqNum   int
	SuccessRetryNum int
}

// note: Post reads its body into memory and does not close it.
func New() *Client
func NewExtendedClient(hc *http.Client) *Client
func (c *Client) Do(req *http.Request) (resp *http.Response, err error)                             //: own resp; context req; close req
func (c *Client) Get(url string) (resp *http.Response, err error)                                   //: own resp
func (c *Client) Head(url string) (resp *http.Response, err error) //: own resp; no-body resp
func (c *Client) Post(url string, bodyType string, body io.Reader) (resp *http.Response, err error) //: own resp
func (c *Client) PostForm(url string, data url.Values) (resp *http.Response, err error)             //: own resp
func Do(req *http.Request) (resp *http.Response, err error)                                         //: own resp; context req; close req
func Get(url string) (resp *http.Response, err error)                                               //: own resp
func Head(url string) (resp *http.Response, err error) //: own resp; no-body resp
func Post(url string, bodyType string, body io.Reader) (resp *http.Response, err error)             //: own resp
func PostForm(url string, data url.Values) (resp *http.Response, err error)                         //: own resp
