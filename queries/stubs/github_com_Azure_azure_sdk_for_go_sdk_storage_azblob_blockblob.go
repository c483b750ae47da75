package blockblob // import "github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/blockblob"

import (
	"context"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/blob"
)

type Client struct{}
type ClientOptions struct{}

func NewClient(blobURL string, cred azcore.TokenCredential, options *ClientOptions) (*Client, error)
func NewClientFromConnectionString(connectionString, containerName, blobName string, options *ClientOptions) (*Client, error)
func NewClientWithNoCredential(blobURL string, options *ClientOptions) (*Client, error)
func NewClientWithSharedKeyCredential(blobURL string, cred *blob.SharedKeyCredential, options *ClientOptions) (*Client, error)
func (bb *Client) BlobClient() *blob.Client

// DownloadStreamResponse.Body is the body of the response: the caller closes it, or a RetryReader of it.
func (bb *Client) DownloadStream(ctx context.Context, o *blob.DownloadStreamOptions) (resp blob.DownloadStreamResponse, err error) //: own resp.Body; context ctx
