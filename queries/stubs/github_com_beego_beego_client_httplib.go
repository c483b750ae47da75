package httplib // import "github.com/beego/beego/*/client/httplib", "github.com/astaxie/beego/httplib", "github.com/beego/beego/httplib"

import (
	"context"
	"crypto/tls"
	"net/http"
	"time"
)

// note: of Response nothing is said: String, Bytes, ToJSON and the like close the response that it has returned.
type BeegoHTTPRequest struct{}

func Get(url string) *BeegoHTTPRequest
func Post(url string) *BeegoHTTPRequest
func Put(url string) *BeegoHTTPRequest
func Delete(url string) *BeegoHTTPRequest
func Head(url string) *BeegoHTTPRequest
func NewBeegoRequest(rawurl, method string) *BeegoHTTPRequest
func NewBeegoRequestWithCtx(ctx context.Context, rawurl, method string) *BeegoHTTPRequest
func (b *BeegoHTTPRequest) DoRequest() (resp *http.Response, err error) //: own resp
func (b *BeegoHTTPRequest) Response() (resp *http.Response, err error) //: released resp
func (b *BeegoHTTPRequest) Bytes() ([]byte, error)
func (b *BeegoHTTPRequest) String() (string, error)
func (b *BeegoHTTPRequest) ToFile(filename string) error
func (b *BeegoHTTPRequest) ToJSON(v any) error
func (b *BeegoHTTPRequest) ToXML(v any) error
func (b *BeegoHTTPRequest) JSONBody(obj any) (*BeegoHTTPRequest, error)
func (b *BeegoHTTPRequest) GetRequest() *http.Request
func (b *BeegoHTTPRequest) Setting(setting any) *BeegoHTTPRequest
func (b *BeegoHTTPRequest) SetBasicAuth(username, password string) *BeegoHTTPRequest
func (b *BeegoHTTPRequest) SetEnableCookie(enable bool) *BeegoHTTPRequest
func (b *BeegoHTTPRequest) SetUserAgent(useragent string) *BeegoHTTPRequest
func (b *BeegoHTTPRequest) Debug(isdebug bool) *BeegoHTTPRequest
func (b *BeegoHTTPRequest) Retries(times int) *BeegoHTTPRequest
func (b *BeegoHTTPRequest) SetTimeout(connectTimeout, readWriteTimeout time.Duration) *BeegoHTTPRequest
func (b *BeegoHTTPRequest) SetTLSClientConfig(config *tls.Config) *BeegoHTTPRequest
func (b *BeegoHTTPRequest) Header(key, value string) *BeegoHTTPRequest
func (b *BeegoHTTPRequest) SetHost(host string) *BeegoHTTPRequest
func (b *BeegoHTTPRequest) SetCookie(cookie *http.Cookie) *BeegoHTTPRequest
func (b *BeegoHTTPRequest) SetTransport(transport http.RoundTripper) *BeegoHTTPRequest
func (b *BeegoHTTPRequest) Param(key, value string) *BeegoHTTPRequest
func (b *BeegoHTTPRequest) PostFile(formname, filename string) *BeegoHTTPRequest
func (b *BeegoHTTPRequest) Body(data any) *BeegoHTTPRequest
