package req // import "github.com/imroc/req/v3"

import (
	"context"
	"crypto/tls"
	"io"
	"net/http"
	"net/url"
	"time"
)

// note: req reads the body and closes it, unless it is told not to read it.
type Client struct{}

func C() *Client
func NewClient() *Client
func DefaultClient() *Client
func R() *Request
func NewRequest() *Request
func (c *Client) R() (r *Request) //: leave-open-as r c
func (c *Client) NewRequest() (r *Request) //: leave-open-as r c
func (c *Client) Get(url ...string) (r *Request) //: leave-open-as r c
func (c *Client) Post(url ...string) (r *Request) //: leave-open-as r c
func (c *Client) Put(url ...string) (r *Request) //: leave-open-as r c
func (c *Client) Delete(url ...string) (r *Request) //: leave-open-as r c
func (c *Client) GetClient() *http.Client
func (c *Client) DisableAutoReadResponse() (next *Client) //: leave-open next c
func (c *Client) SetTimeout(d time.Duration) (next *Client) //: same next c
func (c *Client) SetBaseURL(u string) (next *Client) //: same next c
func (c *Client) SetUserAgent(userAgent string) (next *Client) //: same next c
func (c *Client) SetCommonHeader(key, value string) (next *Client) //: same next c
func (c *Client) SetCommonHeaders(hdrs map[string]string) (next *Client) //: same next c
func (c *Client) SetCommonBearerAuthToken(token string) (next *Client) //: same next c
func (c *Client) SetCommonBasicAuth(username, password string) (next *Client) //: same next c
func (c *Client) SetCommonQueryParam(key, value string) (next *Client) //: same next c
func (c *Client) SetCommonContentType(ct string) (next *Client) //: same next c
func (c *Client) SetProxyURL(proxyUrl string) (next *Client) //: same next c
func (c *Client) SetTLSClientConfig(conf *tls.Config) (next *Client) //: same next c
func (c *Client) SetCommonRetryCount(count int) (next *Client) //: same next c
func (c *Client) EnableInsecureSkipVerify() (next *Client) //: same next c
func (c *Client) DisableAutoDecode() (next *Client) //: same next c
func (c *Client) EnableAutoDecode() (next *Client) //: same next c
func (c *Client) EnableDumpAll() (next *Client) //: same next c
func (c *Client) EnableDebugLog() (next *Client) //: same next c
func (c *Client) DevMode() (next *Client) //: same next c
func (c *Client) ImpersonateChrome() (next *Client) //: same next c
func (c *Client) DisableKeepAlives() (next *Client) //: same next c
func (c *Client) EnableForceHTTP1() (next *Client) //: same next c
func (c *Client) SetCommonErrorResult(err any) (next *Client) //: same next c
func (c *Client) SetLogger(log any) (next *Client) //: same next c

type DownloadInfo struct {
	Response       *Response
	DownloadedSize int64
}
type Request struct {
	Headers    http.Header
	Method     string
	Body       []byte
	RawURL     string
	RawRequest *http.Request
}

// note: of Do nothing is said: an error is a field of its response.
func (r *Request) Do(ctx ...context.Context) *Response
func (r *Request) Send(method, url string) (resp *Response, err error) //: own resp; released-unless-open r; context r
func (r *Request) Head(url string) (resp *Response, err error) //: released resp
func (r *Request) Get(url string) (resp *Response, err error) //: own resp; released-unless-open r; context r
func (r *Request) Post(url string) (resp *Response, err error) //: own resp; released-unless-open r; context r
func (r *Request) Put(url string) (resp *Response, err error) //: own resp; released-unless-open r; context r
func (r *Request) Patch(url string) (resp *Response, err error) //: own resp; released-unless-open r; context r
func (r *Request) Delete(url string) (resp *Response, err error) //: own resp; released-unless-open r; context r
func (r *Request) Options(url string) (resp *Response, err error) //: own resp; released-unless-open r; context r
func (r *Request) MustGet(url string) (resp *Response) //: own resp; released-unless-open r; context r
func (r *Request) MustPost(url string) (resp *Response) //: own resp; released-unless-open r; context r
func (r *Request) DisableAutoReadResponse() (next *Request) //: leave-open next r
func (r *Request) SetOutput(output io.Writer) *Request
func (r *Request) SetOutputFile(file string) *Request
func (r *Request) SetContext(ctx context.Context) (next *Request) //: same next r; carry next ctx
func (r *Request) SetURL(url string) (next *Request) //: same next r
func (r *Request) SetFormData(data map[string]string) (next *Request) //: same next r
func (r *Request) SetFormDataFromValues(data url.Values) (next *Request) //: same next r
func (r *Request) SetCookies(cookies ...*http.Cookie) (next *Request) //: same next r
func (r *Request) SetQueryString(query string) (next *Request) //: same next r
func (r *Request) SetQueryParam(key, value string) (next *Request) //: same next r
func (r *Request) SetQueryParams(params map[string]string) (next *Request) //: same next r
func (r *Request) AddQueryParam(key, value string) (next *Request) //: same next r
func (r *Request) SetPathParam(key, value string) (next *Request) //: same next r
func (r *Request) SetPathParams(params map[string]string) (next *Request) //: same next r
func (r *Request) SetFile(paramName, filePath string) (next *Request) //: same next r
func (r *Request) SetFileBytes(paramName, filename string, content []byte) (next *Request) //: same next r
func (r *Request) SetFileReader(paramName, filename string, reader io.Reader) (next *Request) //: same next r
func (r *Request) SetResult(result any) (next *Request) //: same next r
func (r *Request) SetSuccessResult(result any) (next *Request) //: same next r
func (r *Request) SetError(err any) (next *Request) //: same next r
func (r *Request) SetErrorResult(err any) (next *Request) //: same next r
func (r *Request) SetBearerAuthToken(token string) (next *Request) //: same next r
func (r *Request) SetBasicAuth(username, password string) (next *Request) //: same next r
func (r *Request) SetHeader(key, value string) (next *Request) //: same next r
func (r *Request) SetHeaders(hdrs map[string]string) (next *Request) //: same next r
func (r *Request) SetBody(body any) (next *Request) //: same next r
func (r *Request) SetBodyBytes(body []byte) (next *Request) //: same next r
func (r *Request) SetBodyString(body string) (next *Request) //: same next r
func (r *Request) SetBodyJsonString(body string) (next *Request) //: same next r
func (r *Request) SetBodyJsonBytes(body []byte) (next *Request) //: same next r
func (r *Request) SetBodyJsonMarshal(v any) (next *Request) //: same next r
func (r *Request) SetContentType(contentType string) (next *Request) //: same next r
func (r *Request) SetRetryCount(count int) (next *Request) //: same next r
func (r *Request) SetRetryFixedInterval(interval time.Duration) (next *Request) //: same next r
func (r *Request) EnableTrace() (next *Request) //: same next r
func (r *Request) EnableDump() (next *Request) //: same next r
func (r *Request) EnableDumpWithoutBody() (next *Request) //: same next r
func (r *Request) EnableDumpWithoutResponse() (next *Request) //: same next r
func (r *Request) SetDownloadCallback(callback func(info DownloadInfo)) (next *Request) //: same next r

type Response struct {
	*http.Response
	Err     error
	Request *Request
}

func (r *Response) Bytes() []byte
func (r *Response) Dump() string
func (r *Response) ErrorResult() any
func (r *Response) GetContentType() string
func (r *Response) GetHeader(key string) string
func (r *Response) GetStatus() string
func (r *Response) GetStatusCode() int
func (r *Response) Into(v any) error //: close r
func (r *Response) IsError() bool
func (r *Response) IsErrorState() bool
func (r *Response) IsSuccess() bool
func (r *Response) IsSuccessState() bool
func (r *Response) String() string
func (r *Response) ToBytes() (body []byte, err error) //: close r
func (r *Response) ToString() (string, error) //: close r
func (r *Response) TotalTime() time.Duration
func (r *Response) Unmarshal(v any) error //: close r
func (r *Response) UnmarshalJson(v any) error //: close r
func (r *Response) UnmarshalXml(v any) error //: close r
