package elasticsearch // import "github.com/elastic/go-elasticsearch/*", "github.com/elastic/go-elasticsearch"

import (
	"net/http"

	"github.com/elastic/go-elasticsearch/v8/esapi"
)

type Config struct {
	Addresses []string
	Transport http.RoundTripper
}

// note: the services of esapi return open bodies; Perform does as well.
type Client struct{ *esapi.API }

func NewClient(config Config) (*Client, error)
func NewDefaultClient() (*Client, error)
func (c *Client) Perform(req *http.Request) (resp *http.Response, err error) //: own resp; context req; close req

// note: what the typed client returns is decoded.
type TypedClient struct{}

func NewTypedClient(config Config) (*TypedClient, error)
