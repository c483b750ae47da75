package opensearch // import "github.com/opensearch-project/opensearch-go"

import (
	"net/http"

	"github.com/opensearch-project/opensearch-go/opensearchapi"
)

type Config struct {
	Addresses []string
	Transport http.RoundTripper
}

// note: the services of opensearchapi return open bodies; Perform does as well.
type Client struct{ *opensearchapi.API }

func NewClient(config Config) (*Client, error)
func NewDefaultClient() (*Client, error)
func (c *Client) Perform(req *http.Request) (resp *http.Response, err error) //: own resp; context req; close req
