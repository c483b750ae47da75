package blob // import "github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/blob"

import (
	"context"
	"io"
	"time"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
)

type Client struct{}
type ClientOptions struct{}
type SharedKeyCredential struct{}
type HTTPRange struct {
	Offset int64
	Count  int64
}
type DownloadStreamOptions struct{ Range HTTPRange }
type RetryReaderOptions struct{ MaxRetries int32 }

func NewClient(blobURL string, cred azcore.TokenCredential, options *ClientOptions) (*Client, error)
func NewClientFromConnectionString(connectionString, containerName, blobName string, options *ClientOptions) (*Client, error)
func NewClientWithNoCredential(blobURL string, options *ClientOptions) (*Client, error)
func NewClientWithSharedKeyCredential(blobURL string, cred *SharedKeyCredential, options *ClientOptions) (*Client, error)
func (b *Client) WithSnapshot(snapshot string) (*Client, error)
func (b *Client) WithVersionID(versionID string) (*Client, error)

// DownloadStreamResponse.Body is the body of the response: the caller closes it, or a RetryReader of it.
func (b *Client) DownloadStream(ctx context.Context, o *DownloadStreamOptions) (resp DownloadStreamResponse, err error) //: own resp.Body; context ctx

type DownloadResponse struct {
	Body            io.ReadCloser
	ContentEncoding *string
	ContentLength   *int64
	ContentMD5      []byte
	ContentRange    *string
	ContentType     *string
	ETag            *azcore.ETag
	ErrorCode       *string
	LastModified    *time.Time
	Metadata        map[string]*string
}
type DownloadStreamResponse struct{ DownloadResponse }

func (r *DownloadStreamResponse) NewRetryReader(ctx context.Context, options *RetryReaderOptions) (reader *RetryReader) //: same reader r

type RetryReader struct{}

func (s *RetryReader) Close() error //: close s
func (s *RetryReader) Read(p []byte) (n int, err error)
