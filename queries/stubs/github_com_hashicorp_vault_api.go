package api // import "github.com/hashicorp/vault/api"

import (
	"context"
	"net/http"
)

type Config struct {
	Address    string
	HttpClient *http.Client
}

func DefaultConfig() *Config

type Request struct{}
type Response struct{ *http.Response }

func (r *Response) DecodeJSON(out any) error
func (r *Response) Error() error

type Client struct{}

func NewClient(c *Config) (*Client, error)
func (c *Client) Logical() *Logical
func (c *Client) NewRequest(method, path string) *Request

// The raw answers have to be closed by the caller; of the others a Secret is made.
func (c *Client) RawRequest(r *Request) (resp *Response, err error)                                 //: own resp
func (c *Client) RawRequestWithContext(ctx context.Context, r *Request) (resp *Response, err error) //: own resp; context ctx

type Logical struct{}

func (c *Logical) ReadRaw(path string) (resp *Response, err error)                                                                   //: own resp
func (c *Logical) ReadRawWithContext(ctx context.Context, path string) (resp *Response, err error)                                   //: own resp; context ctx
func (c *Logical) ReadRawWithData(path string, data map[string][]string) (resp *Response, err error)                                 //: own resp
func (c *Logical) ReadRawWithDataWithContext(ctx context.Context, path string, data map[string][]string) (resp *Response, err error) //: own resp; context ctx
