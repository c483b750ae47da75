package api // import "github.com/hashicorp/consul/api"

import (
	"context"
	"io"
	"net/http"
)

type Config struct {
	Address    string
	HttpClient *http.Client
	Transport  *http.Transport
}

func DefaultConfig() *Config

type QueryOptions struct{}
type QueryMeta struct{}
type Client struct{}

func NewClient(config *Config) (*Client, error)
func NewHttpClient(transport *http.Transport, tls any) (*http.Client, error)
func (c *Client) Agent() *Agent
func (c *Client) Debug() *Debug
func (c *Client) Snapshot() *Snapshot

// Snapshots, profiles and streams of metrics have to be closed by the caller; all else is decoded.
type Agent struct{}

func (a *Agent) MetricsStream(ctx context.Context) (stream io.ReadCloser, err error) //: own stream; context ctx

type Debug struct{}

func (d *Debug) PProf(ctx context.Context, name string, seconds int) (profile io.ReadCloser, err error) //: own profile; context ctx

type Snapshot struct{}

func (s *Snapshot) Save(q *QueryOptions) (snapshot io.ReadCloser, meta *QueryMeta, err error) //: own snapshot
