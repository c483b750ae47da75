package azblob // import "github.com/Azure/azure-sdk-for-go/sdk/storage/azblob"

import (
	"context"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/blob"
	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/service"
)

// note: DownloadFile and DownloadBuffer write to their argument and close what they read; all other results hold no response.
type Client struct{}
type ClientOptions struct{}
type SharedKeyCredential struct{}
type DownloadStreamOptions = blob.DownloadStreamOptions
type DownloadStreamResponse = blob.DownloadStreamResponse
type RetryReaderOptions = blob.RetryReaderOptions

func NewClient(serviceURL string, cred azcore.TokenCredential, options *ClientOptions) (*Client, error)
func NewClientFromConnectionString(connectionString string, options *ClientOptions) (*Client, error)
func NewClientWithNoCredential(serviceURL string, options *ClientOptions) (*Client, error)
func NewClientWithSharedKeyCredential(serviceURL string, cred *SharedKeyCredential, options *ClientOptions) (*Client, error)
func NewSharedKeyCredential(accountName, accountKey string) (*SharedKeyCredential, error)
func (c *Client) ServiceClient() *service.Client

// DownloadStreamResponse.Body is the body of the response: the caller closes it, or a RetryReader of it.
func (c *Client) DownloadStream(ctx context.Context, containerName, blobName string, o *DownloadStreamOptions) (resp DownloadStreamResponse, err error) //: own resp.Body; context ctx
