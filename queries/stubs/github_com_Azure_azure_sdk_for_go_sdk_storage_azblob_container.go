package container // import "github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/container"

import (
	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/appendblob"
	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/blob"
	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/blockblob"
	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/pageblob"
)

type Client struct{}
type ClientOptions struct{}
type SharedKeyCredential struct{}

func NewClient(containerURL string, cred azcore.TokenCredential, options *ClientOptions) (*Client, error)
func NewClientFromConnectionString(connectionString, containerName string, options *ClientOptions) (*Client, error)
func NewClientWithNoCredential(containerURL string, options *ClientOptions) (*Client, error)
func NewClientWithSharedKeyCredential(containerURL string, cred *SharedKeyCredential, options *ClientOptions) (*Client, error)
func (c *Client) NewAppendBlobClient(blobName string) *appendblob.Client
func (c *Client) NewBlobClient(blobName string) *blob.Client
func (c *Client) NewBlockBlobClient(blobName string) *blockblob.Client
func (c *Client) NewPageBlobClient(blobName string) *pageblob.Client
