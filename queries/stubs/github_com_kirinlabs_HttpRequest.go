package HttpRequest // import "github.com/kirinlabs/HttpRequest"

import (
	"net/http"
	"time"
)

func Get(url string, data ...any) (resp *Response, err error) //: own resp
func Post(url string, data ...any) (resp *Response, err error) //: own resp
func Put(url string, data ...any) (resp *Response, err error) //: own resp
func Delete(url string, data ...any) (resp *Response, err error) //: own resp
func NewRequest() *Request
func JSON() *Request
func SetHeaders(headers map[string]string) *Request
func SetTimeout(d time.Duration) *Request

type Request struct{}

func (r *Request) Get(url string, data ...any) (resp *Response, err error) //: own resp
func (r *Request) Post(url string, data ...any) (resp *Response, err error) //: own resp
func (r *Request) Put(url string, data ...any) (resp *Response, err error) //: own resp
func (r *Request) Delete(url string, data ...any) (resp *Response, err error) //: own resp
func (r *Request) JSON() *Request
func (r *Request) SetBasicAuth(username, password string) *Request
func (r *Request) SetCookies(cookies map[string]string) *Request
func (r *Request) SetHeaders(headers map[string]string) *Request
func (r *Request) SetTimeout(d time.Duration) *Request

// note: what reads the body closes it.
type Response struct{}

func (r *Response) Response() (resp *http.Response) //: same resp r
func (r *Response) StatusCode() int
func (r *Response) Headers() http.Header
func (r *Response) Body() ([]byte, error) //: close r
func (r *Response) Content() (string, error) //: close r
func (r *Response) Json(v any) error //: close r
func (r *Response) Unmarshal(v any) error //: close r
func (r *Response) Export() (string, error) //: close r
func (r *Response) Close() error //: close r
