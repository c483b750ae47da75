package client // import "github.com/moby/moby/client"

import (
	"context"
	"io"
	"net/http"
)

// APIClient: the streams are bodies of responses, which the caller has to close. What is hijacked is a connection, not a body.
// What is uploaded is the body of a request, which the transport closes.
type APIClient interface {
	ContainerExport(ctx context.Context, container string, options any) (archive io.ReadCloser, err error)            //: own archive; context ctx
	ContainerLogs(ctx context.Context, container string, options any) (logs io.ReadCloser, err error)                 //: own logs; context ctx
	ContainerStats(ctx context.Context, container string, options any) (stats ContainerStatsResult, err error)        //: own stats.Body; context ctx
	CopyFromContainer(ctx context.Context, container string, options any) (copied CopyFromContainerResult, err error) //: own copied.Content; context ctx
	ImageBuild(ctx context.Context, archive io.Reader, options any) (build ImageBuildResult, err error)               //: own build.Body; context ctx; close archive
	ImageImport(ctx context.Context, source any, reference string, options any) (progress io.ReadCloser, err error)   //: own progress; context ctx; close source.Source
	ImageLoad(ctx context.Context, archive io.Reader, options ...any) (progress io.ReadCloser, err error)             //: own progress; context ctx; close archive
	ImagePull(ctx context.Context, reference string, options any) (progress ImagePullResponse, err error)             //: own progress; context ctx
	ImagePush(ctx context.Context, image string, options any) (progress ImagePushResponse, err error)                 //: own progress; context ctx
	ImageSave(ctx context.Context, images []string, options ...any) (archive io.ReadCloser, err error)                //: own archive; context ctx
	PluginInstall(ctx context.Context, name string, options any) (progress io.ReadCloser, err error)                  //: own progress; context ctx
	PluginPush(ctx context.Context, name string, options any) (progress io.ReadCloser, err error)                     //: own progress; context ctx
	PluginUpgrade(ctx context.Context, name string, options any) (progress io.ReadCloser, err error)                  //: own progress; context ctx
	ServiceLogs(ctx context.Context, service string, options any) (logs io.ReadCloser, err error)                     //: own logs; context ctx
	TaskLogs(ctx context.Context, task string, options any) (logs io.ReadCloser, err error)                           //: own logs; context ctx
}
type ContainerAPIClient interface{ APIClient }
type ImageAPIClient interface{ APIClient }
type Client struct{ APIClient }

type ContainerStatsResult struct{ Body io.ReadCloser }
type CopyFromContainerResult struct {
	Content io.ReadCloser
	Stat    any
}
type ImageBuildResult struct{ Body io.ReadCloser }

// ImagePullResponse: Wait and a range over JSONMessages close it as well.
type ImagePullResponse interface {
	io.ReadCloser
	JSONMessages(ctx context.Context) any //: close self
	Wait(ctx context.Context) error       //: close self
}
type ImagePushResponse interface {
	io.ReadCloser
	JSONMessages(ctx context.Context) any //: close self
	Wait(ctx context.Context) error       //: close self
}

type Opt func(*Client) error

func FromEnv(c *Client) error
func New(opts ...Opt) (*Client, error)
func NewClientWithOpts(opts ...Opt) (*Client, error)
func WithAPIVersionNegotiation() Opt
func WithHost(host string) Opt
func WithHTTPClient(client *http.Client) Opt
