package file // import "github.com/Azure/azure-sdk-for-go/sdk/storage/azdatalake/file", "github.com/Azure/azure-sdk-for-go/sdk/storage/azfile/file"

import (
	"context"
	"io"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
)

type Client struct{}
type ClientOptions struct{}
type SharedKeyCredential struct{}
type DownloadStreamOptions struct{}
type RetryReaderOptions struct{ MaxRetries int32 }

func NewClient(fileURL string, cred azcore.TokenCredential, options *ClientOptions) (*Client, error)
func NewClientWithNoCredential(fileURL string, options *ClientOptions) (*Client, error)
func NewClientWithSharedKeyCredential(fileURL string, cred *SharedKeyCredential, options *ClientOptions) (*Client, error)

// DownloadStreamResponse.Body is the body of the response: the caller closes it, or a RetryReader of it.
func (f *Client) DownloadStream(ctx context.Context, o *DownloadStreamOptions) (resp DownloadStreamResponse, err error) //: own resp.Body; context ctx

type DownloadResponse struct {
	Body          io.ReadCloser
	ContentLength *int64
	ContentType   *string
}
type DownloadStreamResponse struct{ DownloadResponse }

func (r *DownloadStreamResponse) NewRetryReader(ctx context.Context, options *RetryReaderOptions) (reader *RetryReader) //: same reader r

type RetryReader struct{}

func (s *RetryReader) Close() error //: close s
func (s *RetryReader) Read(p []byte) (n int, err error)
