package objectstorage // import "github.com/oracle/oci-go-sdk/*/objectstorage"

import (
	"context"
	"io"
	"net/http"

	"github.com/oracle/oci-go-sdk/v65/common"
)

type ObjectStorageClient struct{}
type GetObjectRequest struct {
	NamespaceName *string
	BucketName    *string
	ObjectName    *string
}

func NewObjectStorageClientWithConfigurationProvider(configProvider common.ConfigurationProvider) (ObjectStorageClient, error)

// GetObjectResponse.Content is the body of the response: the caller closes it.
func (client ObjectStorageClient) GetObject(ctx context.Context, request GetObjectRequest) (response GetObjectResponse, err error) //: own response.Content; context ctx

type GetObjectResponse struct {
	Content       io.ReadCloser
	ContentLength *int64
	ETag          *string
}

// The response has the same body, which may be closed there.
func (response GetObjectResponse) HTTPResponse() *http.Response //: keep response
