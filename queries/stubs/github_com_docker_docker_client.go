package client // import "github.com/docker/docker/client", "github.com/docker/engine-api/client"

import (
	"context"
	"io"
	"net/http"
)

// CommonAPIClient: the streams are bodies of responses, which the caller has to close. What is hijacked is a connection, not a body.
// What is uploaded is the body of a request, which the transport closes.
type CommonAPIClient interface {
	ContainerExport(ctx context.Context, container string) (archive io.ReadCloser, err error)                        //: own archive; context ctx
	ContainerLogs(ctx context.Context, container string, options any) (logs io.ReadCloser, err error)                //: own logs; context ctx
	ContainerStats(ctx context.Context, container string, stream bool) (stats StatsResponseReader, err error)        //: own stats.Body; context ctx
	ContainerStatsOneShot(ctx context.Context, container string) (stats StatsResponseReader, err error)              //: own stats.Body; context ctx
	CopyFromContainer(ctx context.Context, container, path string) (archive io.ReadCloser, stat PathStat, err error) //: own archive; context ctx
	ImageBuild(ctx context.Context, archive io.Reader, options any) (build ImageBuildResponse, err error)            //: own build.Body; context ctx; close archive
	ImageCreate(ctx context.Context, reference string, options any) (progress io.ReadCloser, err error)              //: own progress; context ctx
	ImageImport(ctx context.Context, source any, reference string, options any) (progress io.ReadCloser, err error)  //: own progress; context ctx; close source.Source
	ImageLoad(ctx context.Context, archive io.Reader, options ...any) (load LoadResponse, err error)                 //: own load.Body; context ctx; close archive
	ImagePull(ctx context.Context, reference string, options any) (progress io.ReadCloser, err error)                //: own progress; context ctx
	ImagePush(ctx context.Context, image string, options any) (progress io.ReadCloser, err error)                    //: own progress; context ctx
	ImageSave(ctx context.Context, images []string, options ...any) (archive io.ReadCloser, err error)               //: own archive; context ctx
	PluginInstall(ctx context.Context, name string, options any) (progress io.ReadCloser, err error)                 //: own progress; context ctx
	PluginPush(ctx context.Context, name, auth string) (progress io.ReadCloser, err error)                           //: own progress; context ctx
	PluginUpgrade(ctx context.Context, name string, options any) (progress io.ReadCloser, err error)                 //: own progress; context ctx
	ServiceLogs(ctx context.Context, service string, options any) (logs io.ReadCloser, err error)                    //: own logs; context ctx
	TaskLogs(ctx context.Context, task string, options any) (logs io.ReadCloser, err error)                          //: own logs; context ctx
	HTTPClient() *http.Client
}
type APIClient interface{ CommonAPIClient }
type ContainerAPIClient interface{ CommonAPIClient }
type ImageAPIClient interface{ CommonAPIClient }
type PluginAPIClient interface{ CommonAPIClient }
type ServiceAPIClient interface{ CommonAPIClient }
type Client struct{ CommonAPIClient }

type StatsResponseReader struct {
	Body   io.ReadCloser
	OSType string
}
type PathStat struct{}
type ImageBuildResponse struct {
	Body   io.ReadCloser
	OSType string
}
type LoadResponse struct {
	Body io.ReadCloser
	JSON bool
}

type Opt func(*Client) error

func FromEnv(c *Client) error
func NewClient(host, version string, client *http.Client, headers map[string]string) (*Client, error)
func NewClientWithOpts(opts ...Opt) (*Client, error)
func NewEnvClient() (*Client, error)
func WithAPIVersionNegotiation() Opt
func WithHost(host string) Opt
func WithHTTPClient(client *http.Client) Opt
func WithTimeout(timeout any) Opt
func WithVersion(version string) Opt
