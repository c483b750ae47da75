package httpclient // import "github.com/ddliu/go-httpclient"

import (
	"io"
	"net/http"
)

type Map map[any]any

// note: what reads the body closes it.
type Response struct{ *http.Response }

func (r *Response) ReadAll() ([]byte, error) //: close r
func (r *Response) ToString() (string, error) //: close r

func Get(url string, params ...any) (resp *Response, err error) //: own resp
func Post(url string, params any) (resp *Response, err error) //: own resp
func PostJson(url string, data any) (resp *Response, err error) //: own resp
func Begin() *HttpClient
func Defaults(defaults Map) *HttpClient
func WithHeader(k string, v string) *HttpClient
func WithHeaders(m map[string]string) *HttpClient

type HttpClient struct{}

func NewHttpClient() *HttpClient
func (c *HttpClient) Begin() *HttpClient
func (c *HttpClient) Defaults(defaults Map) *HttpClient
func (c *HttpClient) WithOption(k int, v any) *HttpClient
func (c *HttpClient) WithOptions(m Map) *HttpClient
func (c *HttpClient) WithHeader(k string, v string) *HttpClient
func (c *HttpClient) WithHeaders(m map[string]string) *HttpClient
func (c *HttpClient) WithCookie(cookies ...*http.Cookie) *HttpClient
func (c *HttpClient) Do(method string, url string, headers map[string]string, body io.Reader) (resp *Response, err error) //: own resp
func (c *HttpClient) Get(url string, params ...any) (resp *Response, err error) //: own resp
func (c *HttpClient) Delete(url string, params ...any) (resp *Response, err error) //: own resp
func (c *HttpClient) Post(url string, params any) (resp *Response, err error) //: own resp
func (c *HttpClient) PostJson(url string, data any) (resp *Response, err error) //: own resp
func (c *HttpClient) PutJson(url string, data any) (resp *Response, err error) //: own resp
