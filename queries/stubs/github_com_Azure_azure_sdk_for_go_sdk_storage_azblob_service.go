package service // import "github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/service"

import (
	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/container"
)

type Client struct{}
type ClientOptions struct{}
type SharedKeyCredential struct{}

func NewClient(serviceURL string, cred azcore.TokenCredential, options *ClientOptions) (*Client, error)
func NewClientFromConnectionString(connectionString string, options *ClientOptions) (*Client, error)
func NewClientWithNoCredential(serviceURL string, options *ClientOptions) (*Client, error)
func NewClientWithSharedKeyCredential(serviceURL string, cred *SharedKeyCredential, options *ClientOptions) (*Client, error)
func (s *Client) NewContainerClient(containerName string) *container.Client
