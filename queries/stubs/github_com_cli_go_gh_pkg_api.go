package api // import "github.com/cli/go-gh/*/pkg/api"

import (
	"context"
	"io"
	"net/http"
	"time"
)

type ClientOptions struct {
	AuthToken string
	Headers   map[string]string
	Host      string
	Timeout   time.Duration
	Transport http.RoundTripper
}
type RESTClient struct{}

func DefaultHTTPClient() (*http.Client, error)
func NewHTTPClient(opts ClientOptions) (*http.Client, error)
func DefaultRESTClient() (*RESTClient, error)
func NewRESTClient(opts ClientOptions) (*RESTClient, error)

// note: an answer that is no success is closed, and comes as an error.
func (c *RESTClient) Request(method string, path string, body io.Reader) (resp *http.Response, err error) //: own resp
func (c *RESTClient) RequestWithContext(ctx context.Context, method string, path string, body io.Reader) (resp *http.Response, err error) //: own resp; context ctx
func (c *RESTClient) Do(method string, path string, body io.Reader, response any) error
func (c *RESTClient) Get(path string, resp any) error
func (c *RESTClient) Post(path string, body io.Reader, resp any) error
func HandleHTTPError(resp *http.Response) error
