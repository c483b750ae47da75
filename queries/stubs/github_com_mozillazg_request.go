package request // import "github.com/mozillazg/request"

import "net/http"

type Args struct {
	Client  *http.Client
	Headers map[string]string
	Cookies map[string]string
	Data    map[string]string
	Params  map[string]string
	Json    any
	Proxy   string
}

func NewArgs(c *http.Client) *Args
func Get(url string, a *Args) (resp *Response, err error) //: own resp
func Post(url string, a *Args) (resp *Response, err error) //: own resp
func Put(url string, a *Args) (resp *Response, err error) //: own resp
func Patch(url string, a *Args) (resp *Response, err error) //: own resp
func Delete(url string, a *Args) (resp *Response, err error) //: own resp
func Options(url string, a *Args) (resp *Response, err error) //: own resp

type Request struct{ *Args }

func NewRequest(c *http.Client) *Request
func (req *Request) Get(url any) (resp *Response, err error) //: own resp
func (req *Request) Post(url any) (resp *Response, err error) //: own resp
func (req *Request) Put(url any) (resp *Response, err error) //: own resp
func (req *Request) Patch(url any) (resp *Response, err error) //: own resp
func (req *Request) Delete(url any) (resp *Response, err error) //: own resp
func (req *Request) Options(url any) (resp *Response, err error) //: own resp
func (req *Request) PostForm(url any, data any) (resp *Response, err error) //: own resp

// note: what reads the body closes it.
type Response struct{ *http.Response }

func (resp *Response) Content() (b []byte, err error) //: close resp
func (resp *Response) Text() (string, error) //: close resp
func (resp *Response) OK() bool
func (resp *Response) Ok() bool
func (resp *Response) Reason() string
