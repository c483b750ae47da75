package resty // import "resty.dev/v3"

import (
	"context"
	"crypto/tls"
	"io"
	"net/http"
	"time"
)

// note: resty reads and closes the body, unless it is told not to parse: then Body is that of RawResponse, and open.
type Client struct{}

func New() *Client
func NewWithClient(hc *http.Client) *Client
func (c *Client) Close() error
func (c *Client) Client() *http.Client
func (c *Client) R() (r *Request) //: leave-open-as r c
func (c *Client) NewRequest() (r *Request) //: leave-open-as r c
func (c *Client) SetDoNotParseResponse(notParse bool) (next *Client) //: leave-open-if next c notParse
func (c *Client) SetResponseDoNotParse(notParse bool) (next *Client) //: leave-open-if next c notParse
func (c *Client) SetAuthToken(token string) (next *Client) //: same next c
func (c *Client) SetBaseURL(url string) (next *Client) //: same next c
func (c *Client) SetBasicAuth(username, password string) (next *Client) //: same next c
func (c *Client) SetDebug(d bool) (next *Client) //: same next c
func (c *Client) SetHeader(header, value string) (next *Client) //: same next c
func (c *Client) SetHeaders(headers map[string]string) (next *Client) //: same next c
func (c *Client) SetProxy(proxyURL string) (next *Client) //: same next c
func (c *Client) SetQueryParam(param, value string) (next *Client) //: same next c
func (c *Client) SetRetryCount(count int) (next *Client) //: same next c
func (c *Client) SetRetryWaitTime(waitTime time.Duration) (next *Client) //: same next c
func (c *Client) SetRetryMaxWaitTime(maxWaitTime time.Duration) (next *Client) //: same next c
func (c *Client) SetTLSClientConfig(config *tls.Config) (next *Client) //: same next c
func (c *Client) SetTimeout(timeout time.Duration) (next *Client) //: same next c
func (c *Client) SetTransport(transport http.RoundTripper) (next *Client) //: same next c
func (c *Client) SetLogger(l any) (next *Client) //: same next c

type Request struct {
	URL        string
	Method     string
	Header     http.Header
	Body       any
	Result     any
	RawRequest *http.Request
}

func (r *Request) Get(url string) (resp *Response, err error) //: own resp.Body; also resp.RawResponse resp; released-unless-open r; context r
func (r *Request) Post(url string) (resp *Response, err error) //: own resp.Body; also resp.RawResponse resp; released-unless-open r; context r
func (r *Request) Put(url string) (resp *Response, err error) //: own resp.Body; also resp.RawResponse resp; released-unless-open r; context r
func (r *Request) Patch(url string) (resp *Response, err error) //: own resp.Body; also resp.RawResponse resp; released-unless-open r; context r
func (r *Request) Delete(url string) (resp *Response, err error) //: own resp.Body; also resp.RawResponse resp; released-unless-open r; context r
func (r *Request) Options(url string) (resp *Response, err error) //: own resp.Body; also resp.RawResponse resp; released-unless-open r; context r
func (r *Request) Execute(method, url string) (resp *Response, err error) //: own resp.Body; also resp.RawResponse resp; released-unless-open r; context r
func (r *Request) Send() (resp *Response, err error) //: own resp.Body; also resp.RawResponse resp; released-unless-open r; context r
func (r *Request) Head(url string) (resp *Response, err error) //: released resp
func (r *Request) SetDoNotParseResponse(notParse bool) (next *Request) //: leave-open-if next r notParse
func (r *Request) SetResponseDoNotParse(notParse bool) (next *Request) //: leave-open-if next r notParse
func (r *Request) SetContext(ctx context.Context) (next *Request) //: same next r; carry next ctx
func (r *Request) WithContext(ctx context.Context) (copied *Request) //: leave-open-as copied r; carry copied ctx
func (r *Request) SetAuthToken(token string) (next *Request) //: same next r
func (r *Request) SetBasicAuth(username, password string) (next *Request) //: same next r
func (r *Request) SetBody(body any) (next *Request) //: same next r
func (r *Request) SetContentType(ct string) (next *Request) //: same next r
func (r *Request) SetFormData(data map[string]string) (next *Request) //: same next r
func (r *Request) SetHeader(header, value string) (next *Request) //: same next r
func (r *Request) SetHeaders(headers map[string]string) (next *Request) //: same next r
func (r *Request) SetPathParam(param, value string) (next *Request) //: same next r
func (r *Request) SetPathParams(params map[string]string) (next *Request) //: same next r
func (r *Request) SetQueryParam(param, value string) (next *Request) //: same next r
func (r *Request) SetQueryParams(params map[string]string) (next *Request) //: same next r
func (r *Request) SetQueryString(query string) (next *Request) //: same next r
func (r *Request) SetResult(v any) (next *Request) //: same next r
func (r *Request) SetError(v any) (next *Request) //: same next r
func (r *Request) SetTimeout(timeout time.Duration) (next *Request) //: same next r
func (r *Request) SetMethod(m string) (next *Request) //: same next r
func (r *Request) SetURL(url string) (next *Request) //: same next r
func (r *Request) SetRetryCount(count int) (next *Request) //: same next r
func (r *Request) EnableTrace() (next *Request) //: same next r

type Response struct {
	Request     *Request
	Body        io.ReadCloser
	RawResponse *http.Response
	IsRead      bool
	Err         error
}

func (r *Response) Bytes() []byte
func (r *Response) Header() http.Header
func (r *Response) IsError() bool
func (r *Response) IsSuccess() bool
func (r *Response) Result() any
func (r *Response) Error() any
func (r *Response) Status() string
func (r *Response) StatusCode() int
func (r *Response) String() string
