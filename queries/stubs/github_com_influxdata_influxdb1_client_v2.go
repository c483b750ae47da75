package client // import "github.com/influxdata/influxdb1-client/v2", "github.com/influxdata/influxdb/client/v2"

import "io"

type HTTPConfig struct{}
type Query struct{}

func NewHTTPClient(conf HTTPConfig) (Client, error)
func NewQuery(command, database, precision string) Query

type Client interface {
	Close() error
	Query(q Query) (*Response, error)
	QueryAsChunk(q Query) (chunks *ChunkedResponse, err error) //: own chunks
}
type Response struct{ Err string }

// ChunkedResponse: read to its end it holds nothing any more; who stops before has to close it.
type ChunkedResponse struct{ duplex io.ReadCloser }

func (r *ChunkedResponse) Close() error
func (r *ChunkedResponse) NextResponse() (*Response, error) //: close-if-fails r
