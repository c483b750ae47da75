package resty // import "github.com/go-resty/resty/*", "gopkg.in/resty.v1"

import (
	"context"
	"crypto/tls"
	"io"
	"net/http"
	"net/url"
	"time"
)

// note: resty reads and closes the body, except after SetDoNotParseResponse(true): then RawBody is RawResponse.Body, and open.
type Client struct {
	Header http.Header
	Token  string
}

func New() *Client
func R() *Request
func NewWithClient(hc *http.Client) *Client
func (c *Client) R() (r *Request) //: leave-open-as r c
func (c *Client) NewRequest() (r *Request) //: leave-open-as r c
func (c *Client) GetClient() *http.Client
func (c *Client) EnableTrace() (next *Client) //: same next c
func (c *Client) SetAuthToken(token string) (next *Client) //: same next c
func (c *Client) SetBaseURL(url string) (next *Client) //: same next c
func (c *Client) SetBasicAuth(username, password string) (next *Client) //: same next c
func (c *Client) SetCertificates(certs ...tls.Certificate) (next *Client) //: same next c
func (c *Client) SetCookieJar(jar http.CookieJar) (next *Client) //: same next c
func (c *Client) SetDebug(d bool) (next *Client) //: same next c
func (c *Client) SetDoNotParseResponse(notParse bool) (next *Client) //: leave-open-if next c notParse
func (c *Client) SetError(err any) (next *Client) //: same next c
func (c *Client) SetHeader(header, value string) (next *Client) //: same next c
func (c *Client) SetHeaders(headers map[string]string) (next *Client) //: same next c
func (c *Client) SetHostURL(url string) (next *Client) //: same next c
func (c *Client) SetProxy(proxyURL string) (next *Client) //: same next c
func (c *Client) SetQueryParam(param, value string) (next *Client) //: same next c
func (c *Client) SetRedirectPolicy(policies ...any) (next *Client) //: same next c
func (c *Client) SetRetryCount(count int) (next *Client) //: same next c
func (c *Client) SetRetryMaxWaitTime(maxWaitTime time.Duration) (next *Client) //: same next c
func (c *Client) SetRetryWaitTime(waitTime time.Duration) (next *Client) //: same next c
func (c *Client) SetTLSClientConfig(config *tls.Config) (next *Client) //: same next c
func (c *Client) SetTimeout(timeout time.Duration) (next *Client) //: same next c
func (c *Client) SetTransport(transport http.RoundTripper) (next *Client) //: same next c
func (c *Client) SetQueryParams(params map[string]string) (next *Client) //: same next c
func (c *Client) SetCookie(hc *http.Cookie) (next *Client) //: same next c
func (c *Client) SetCookies(cs []*http.Cookie) (next *Client) //: same next c
func (c *Client) SetFormData(data map[string]string) (next *Client) //: same next c
func (c *Client) SetAuthScheme(scheme string) (next *Client) //: same next c
func (c *Client) SetPathParam(param, value string) (next *Client) //: same next c
func (c *Client) SetPathParams(params map[string]string) (next *Client) //: same next c
func (c *Client) SetLogger(l any) (next *Client) //: same next c
func (c *Client) SetScheme(scheme string) (next *Client) //: same next c
func (c *Client) SetCloseConnection(close bool) (next *Client) //: same next c
func (c *Client) SetDebugBodyLimit(sl int64) (next *Client) //: same next c
func (c *Client) SetContentLength(l bool) (next *Client) //: same next c
func (c *Client) SetHeaderVerbatim(header, value string) (next *Client) //: same next c
func (c *Client) SetRootCertificate(pemFilePath string) (next *Client) //: same next c
func (c *Client) SetOutputDirectory(dirPath string) (next *Client) //: same next c
func (c *Client) SetRetryAfter(callback any) (next *Client) //: same next c
func (c *Client) SetJSONEscapeHTML(b bool) (next *Client) //: same next c
func (c *Client) AddRetryCondition(condition func(*Response, error) bool) (next *Client) //: same next c
func (c *Client) OnBeforeRequest(m func(*Client, *Request) error) (next *Client) //: same next c
func (c *Client) OnAfterResponse(m func(*Client, *Response) error) (next *Client) //: same next c
func (c *Client) OnError(h func(*Request, error)) (next *Client) //: same next c
func (c *Client) SetPreRequestHook(h func(*Client, *http.Request) error) (next *Client) //: same next c
func (c *Client) Clone() (next *Client) //: same next c

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

func (r *Request) Get(url string) (resp *Response, err error) //: own resp.RawResponse; released-unless-open r; context r
func (r *Request) Head(url string) (resp *Response, err error)            //: released resp
func (r *Request) Post(url string) (resp *Response, err error) //: own resp.RawResponse; released-unless-open r; context r
func (r *Request) Put(url string) (resp *Response, err error) //: own resp.RawResponse; released-unless-open r; context r
func (r *Request) Patch(url string) (resp *Response, err error) //: own resp.RawResponse; released-unless-open r; context r
func (r *Request) Delete(url string) (resp *Response, err error) //: own resp.RawResponse; released-unless-open r; context r
func (r *Request) Options(url string) (resp *Response, err error) //: own resp.RawResponse; released-unless-open r; context r
func (r *Request) Execute(method, url string) (resp *Response, err error) //: own resp.RawResponse; released-unless-open r; context r
func (r *Request) Send() (resp *Response, err error) //: own resp.RawResponse; released-unless-open r; context r
func (r *Request) Context() context.Context
func (r *Request) EnableTrace() (next *Request) //: same next r
func (r *Request) SetAuthToken(token string) (next *Request) //: same next r
func (r *Request) SetBasicAuth(username, password string) (next *Request) //: same next r
func (r *Request) SetBody(body any) (next *Request) //: same next r
func (r *Request) SetContext(ctx context.Context) (next *Request) //: same next r; carry next ctx
func (r *Request) SetDoNotParseResponse(parse bool) (next *Request) //: leave-open-if next r parse
func (r *Request) SetError(err any) (next *Request) //: same next r
func (r *Request) SetFile(param, filePath string) (next *Request) //: same next r
func (r *Request) SetFileReader(param, fileName string, reader io.Reader) (next *Request) //: same next r
func (r *Request) SetFormData(data map[string]string) (next *Request) //: same next r
func (r *Request) SetHeader(header, value string) (next *Request) //: same next r
func (r *Request) SetHeaders(headers map[string]string) (next *Request) //: same next r
func (r *Request) SetOutput(file string) (next *Request) //: same next r
func (r *Request) SetPathParam(param, value string) (next *Request) //: same next r
func (r *Request) SetPathParams(params map[string]string) (next *Request) //: same next r
func (r *Request) SetQueryParam(param, value string) (next *Request) //: same next r
func (r *Request) SetQueryParams(params map[string]string) (next *Request) //: same next r
func (r *Request) SetQueryParamsFromValues(params url.Values) (next *Request) //: same next r
func (r *Request) SetResult(res any) (next *Request) //: same next r
func (r *Request) SetQueryString(query string) (next *Request) //: same next r
func (r *Request) SetFormDataFromValues(data url.Values) (next *Request) //: same next r
func (r *Request) SetFiles(files map[string]string) (next *Request) //: same next r
func (r *Request) SetMultipartFormData(data map[string]string) (next *Request) //: same next r
func (r *Request) SetMultipartField(param, fileName, contentType string, reader io.Reader) (next *Request) //: same next r
func (r *Request) SetCookie(hc *http.Cookie) (next *Request) //: same next r
func (r *Request) SetCookies(rs []*http.Cookie) (next *Request) //: same next r
func (r *Request) SetContentLength(l bool) (next *Request) //: same next r
func (r *Request) SetAuthScheme(scheme string) (next *Request) //: same next r
func (r *Request) SetDigestAuth(username, password string) (next *Request) //: same next r
func (r *Request) SetHeaderVerbatim(header, value string) (next *Request) //: same next r
func (r *Request) SetHeaderMultiValues(headers map[string][]string) (next *Request) //: same next r
func (r *Request) SetRawPathParam(param, value string) (next *Request) //: same next r
func (r *Request) SetRawPathParams(params map[string]string) (next *Request) //: same next r
func (r *Request) SetJSONEscapeHTML(b bool) (next *Request) //: same next r
func (r *Request) SetLogger(l any) (next *Request) //: same next r
func (r *Request) SetDebug(d bool) (next *Request) //: same next r
func (r *Request) ForceContentType(contentType string) (next *Request) //: same next r
func (r *Request) ExpectContentType(contentType string) (next *Request) //: same next r
func (r *Request) AddRetryCondition(condition func(*Response, error) bool) (next *Request) //: same next r

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
func (r *Response) RawBody() (body io.ReadCloser) //: same body r.RawResponse.Body
func (r *Response) Result() any
func (r *Response) Size() int64
func (r *Response) Status() string
func (r *Response) StatusCode() int
func (r *Response) String() string
func (r *Response) Time() time.Duration
