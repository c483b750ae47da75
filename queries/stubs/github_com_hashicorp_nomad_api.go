package api // import "github.com/hashicorp/nomad/api"

import (
	"io"
	"net/http"
)

type Config struct {
	Address    string
	HttpClient *http.Client
}

func DefaultConfig() *Config

type QueryOptions struct{}
type Allocation struct{}
type Client struct{}

func NewClient(config *Config) (*Client, error)
func (c *Client) AllocFS() *AllocFS
func (c *Client) Operator() *Operator
func (c *Client) Raw() *Raw

// Of files, snapshots and raw answers the caller has to close the body.
type AllocFS struct{}

func (a *AllocFS) Cat(alloc *Allocation, path string, q *QueryOptions) (file io.ReadCloser, err error)                         //: own file
func (a *AllocFS) ReadAt(alloc *Allocation, path string, offset, limit int64, q *QueryOptions) (file io.ReadCloser, err error) //: own file

type Operator struct{}

func (op *Operator) Snapshot(q *QueryOptions) (snapshot io.ReadCloser, err error) //: own snapshot

type Raw struct{}

func (raw *Raw) Do(req *http.Request) (resp *http.Response, err error)                     //: own resp; context req; close req
func (raw *Raw) Response(endpoint string, q *QueryOptions) (body io.ReadCloser, err error) //: own body
