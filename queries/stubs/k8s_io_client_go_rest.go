package rest // import "k8s.io/client-go/rest"

import (
	"context"
	"io"
	"net/http"
)

type Config struct {
	Host      string
	Transport http.RoundTripper
}

func CopyConfig(config *Config) *Config
func InClusterConfig() (*Config, error)
func HTTPClientFor(config *Config) (*http.Client, error)
func HTTPWrappersForConfig(config *Config, rt http.RoundTripper) (http.RoundTripper, error)
func TransportFor(config *Config) (http.RoundTripper, error)
func RESTClientFor(config *Config) (*RESTClient, error)
func UnversionedRESTClientFor(config *Config) (*RESTClient, error)

type Interface interface {
	Delete() *Request
	Get() *Request
	Patch(kind any) *Request
	Post() *Request
	Put() *Request
	Verb(verb string) *Request
}
type RESTClient struct {
	Interface
	Client *http.Client
}
type Result struct{}

// Request.Stream: the body of the response, which the caller has to close. The other ways to send have closed it.
type Request struct{}

func NewRequestWithClient(base any, path string, content any, client *http.Client) *Request
func (r *Request) AbsPath(segments ...string) *Request
func (r *Request) Body(obj any) *Request
func (r *Request) Do(ctx context.Context) Result
func (r *Request) DoRaw(ctx context.Context) ([]byte, error)
func (r *Request) MaxRetries(most int) *Request
func (r *Request) Name(name string) *Request
func (r *Request) Namespace(namespace string) *Request
func (r *Request) NamespaceIfScoped(namespace string, scoped bool) *Request
func (r *Request) Param(name, value string) *Request
func (r *Request) Prefix(segments ...string) *Request
func (r *Request) RequestURI(uri string) *Request
func (r *Request) Resource(resource string) *Request
func (r *Request) SetHeader(key string, values ...string) *Request
func (r *Request) SpecificallyVersionedParams(obj, codec, version any) *Request
func (r *Request) Stream(ctx ...context.Context) (stream io.ReadCloser, err error) //: own stream; context ctx
func (r *Request) SubResource(subresources ...string) *Request
func (r *Request) Suffix(segments ...string) *Request
func (r *Request) Timeout(d any) *Request
func (r *Request) VersionedParams(obj, codec any) *Request

type ResponseWrapper interface {
	DoRaw(ctx context.Context) ([]byte, error)
	Stream(ctx ...context.Context) (stream io.ReadCloser, err error) //: own stream; context ctx
}
