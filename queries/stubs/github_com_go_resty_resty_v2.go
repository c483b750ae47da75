package resty // import "github.com/go-resty/resty/v2"

import (
	"context"
	"crypto/tls"
	"io"
	"net/http"
	"net/url"
	"time"
)

// note: resty reads and closes the body, except after SetDoNotParseResponse(true): then RawBody is open.
type Client struct {
	Header http.Header
	Token  string
}

func New() *Client
func NewWithClient(hc *http.Client) *Client
func (c *Client) R() *Request
func (c *Client) NewRequest() *Request
func (c *Client) GetClient() *http.Client
func (c *Client) EnableTrace() *Client
func (c *Client) SetAuthToken(token string) *Client
func (c *Client) SetBaseURL(url string) *Client
func (c *Client) SetBasicAuth(username, password string) *Client
func (c *Client) SetCertificates(certs ...tls.Certificate) *Client
func (c *Client) SetCookieJar(jar http.CookieJar) *Client
func (c *Client) SetDebug(d bool) *Client
func (c *Client) SetDoNotParseResponse(notParse bool) *Client
func (c *Client) SetError(err any) *Client
func (c *Client) SetHeader(header, value string) *Client
func (c *Client) SetHeaders(headers map[string]string) *Client
func (c *Client) SetHostURL(url string) *Client
func (c *Client) SetProxy(proxyURL string) *Client
func (c *Client) SetQueryParam(param, value string) *Client
func (c *Client) SetRedirectPolicy(policies ...any) *Client
func (c *Client) SetRetryCount(count int) *Client
func (c *Client) SetRetryMaxWaitTime(maxWaitTime time.Duration) *Client
func (c *Client) SetRetryWaitTime(waitTime time.Duration) *Client
func (c *Client) SetTLSClientConfig(config *tls.Config) *Client
func (c *Client) SetTimeout(timeout time.Duration) *Client
func (c *Client) SetTransport(transport http.RoundTripper) *Client

type Request struct {
	URL        string
	Method     string
	Token      string
	Header     http.Header
	Body       any
	Result     any
	Error      any
	RawRequest *http.Request
}

func (r *Request) Get(url string) (resp *Response, err error)             //: released resp
func (r *Request) Head(url string) (resp *Response, err error)            //: released resp
func (r *Request) Post(url string) (resp *Response, err error)            //: released resp
func (r *Request) Put(url string) (resp *Response, err error)             //: released resp
func (r *Request) Patch(url string) (resp *Response, err error)           //: released resp
func (r *Request) Delete(url string) (resp *Response, err error)          //: released resp
func (r *Request) Options(url string) (resp *Response, err error)         //: released resp
func (r *Request) Execute(method, url string) (resp *Response, err error) //: released resp
func (r *Request) Send() (resp *Response, err error)                      //: released resp
func (r *Request) Context() context.Context
func (r *Request) EnableTrace() *Request
func (r *Request) SetAuthToken(token string) *Request
func (r *Request) SetBasicAuth(username, password string) *Request
func (r *Request) SetBody(body any) *Request
func (r *Request) SetContext(ctx context.Context) *Request
func (r *Request) SetDoNotParseResponse(parse bool) *Request
func (r *Request) SetError(err any) *Request
func (r *Request) SetFile(param, filePath string) *Request
func (r *Request) SetFileReader(param, fileName string, reader io.Reader) *Request
func (r *Request) SetFormData(data map[string]string) *Request
func (r *Request) SetHeader(header, value string) *Request
func (r *Request) SetHeaders(headers map[string]string) *Request
func (r *Request) SetOutput(file string) *Request
func (r *Request) SetPathParam(param, value string) *Request
func (r *Request) SetPathParams(params map[string]string) *Request
func (r *Request) SetQueryParam(param, value string) *Request
func (r *Request) SetQueryParams(params map[string]string) *Request
func (r *Request) SetQueryParamsFromValues(params url.Values) *Request
func (r *Request) SetResult(res any) *Request

type Response struct {
	Request     *Request
	RawResponse *http.Response
}

func (r *Response) Body() []byte
func (r *Response) Cookies() []*http.Cookie
func (r *Response) Error() any
func (r *Response) Header() http.Header
func (r *Response) IsError() bool
func (r *Response) IsSuccess() bool
func (r *Response) RawBody() io.ReadCloser
func (r *Response) Result() any
func (r *Response) Size() int64
func (r *Response) Status() string
func (r *Response) StatusCode() int
func (r *Response) String() string
func (r *Response) Time() time.Duration
