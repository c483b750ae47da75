package gentleman // import "gopkg.in/h2non/gentleman.v2", "gopkg.in/h2non/gentleman.v1", "github.com/h2non/gentleman"

import (
	"io"
	"net/http"
)

type Client struct{}

func New() *Client
func NewRequest() *Request
func (c *Client) Request() *Request
func (c *Client) Get() *Request
func (c *Client) Post() *Request
func (c *Client) Put() *Request
func (c *Client) Patch() *Request
func (c *Client) Delete() *Request
func (c *Client) Options() *Request
func (c *Client) URL(uri string) *Client
func (c *Client) BaseURL(uri string) *Client
func (c *Client) Path(path string) *Client
func (c *Client) SetHeader(key, value string) *Client
func (c *Client) Use(p any) *Client

type Request struct{}

func (r *Request) Do() (resp *Response, err error) //: own resp; also resp.RawResponse resp
func (r *Request) Send() (resp *Response, err error) //: own resp; also resp.RawResponse resp
func (r *Request) Method(method string) *Request
func (r *Request) URL(uri string) *Request
func (r *Request) BaseURL(uri string) *Request
func (r *Request) Path(path string) *Request
func (r *Request) AddPath(path string) *Request
func (r *Request) Param(name, value string) *Request
func (r *Request) Params(params map[string]string) *Request
func (r *Request) SetQuery(name, value string) *Request
func (r *Request) AddQuery(name, value string) *Request
func (r *Request) SetQueryParams(params map[string]string) *Request
func (r *Request) SetHeader(name, value string) *Request
func (r *Request) AddHeader(name, value string) *Request
func (r *Request) SetHeaders(fields map[string]string) *Request
func (r *Request) AddCookie(cookie *http.Cookie) *Request
func (r *Request) Type(name string) *Request
func (r *Request) Body(reader io.Reader) *Request
func (r *Request) BodyString(data string) *Request
func (r *Request) JSON(data any) *Request
func (r *Request) XML(data any) *Request
func (r *Request) Use(p any) *Request

// note: what reads the body to its end closes it too.
type Response struct {
	Ok          bool
	Error       error
	ClientError bool
	ServerError bool
	StatusCode  int
	Header      http.Header
	Cookies     []*http.Cookie
	RawResponse *http.Response
	RawRequest  *http.Request
}

func (r *Response) Read(p []byte) (n int, err error)
func (r *Response) Close() error //: close r
func (r *Response) Bytes() []byte //: close r
func (r *Response) String() string //: close r
func (r *Response) JSON(userStruct any) error //: close r
func (r *Response) XML(userStruct any, charsetReader func(charset string, input io.Reader) (io.Reader, error)) error //: close r
func (r *Response) SaveToFile(fileName string) error //: close r
