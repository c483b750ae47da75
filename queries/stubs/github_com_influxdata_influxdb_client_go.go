package influxdb2 // import "github.com/influxdata/influxdb-client-go/*", "github.com/influxdata/influxdb-client-go"

import "github.com/influxdata/influxdb-client-go/v2/api"

type Client interface {
	Close()
	QueryAPI(org string) api.QueryAPI
}
type Options struct{}

func DefaultOptions() *Options
func NewClient(serverURL, token string) Client
func NewClientWithOptions(serverURL, token string, options *Options) Client
