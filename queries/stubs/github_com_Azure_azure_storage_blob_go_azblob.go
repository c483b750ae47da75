package azblob // import "github.com/Azure/azure-storage-blob-go/azblob"

import (
	"context"
	"io"
	"net/http"
	"net/url"
)

type Pipeline interface{}
type BlobURL struct{}
type BlockBlobURL struct{ BlobURL }
type AppendBlobURL struct{ BlobURL }
type PageBlobURL struct{ BlobURL }
type ContainerURL struct{}
type ServiceURL struct{}
type BlobAccessConditions struct{}
type ClientProvidedKeyOptions struct{}
type RetryReaderOptions struct{ MaxRetryRequests int }

func NewBlobURL(url url.URL, p Pipeline) BlobURL
func NewBlockBlobURL(url url.URL, p Pipeline) BlockBlobURL
func NewContainerURL(url url.URL, p Pipeline) ContainerURL
func NewServiceURL(primaryURL url.URL, p Pipeline) ServiceURL
func (s ServiceURL) NewContainerURL(containerName string) ContainerURL
func (c ContainerURL) NewAppendBlobURL(blobName string) AppendBlobURL
func (c ContainerURL) NewBlobURL(blobName string) BlobURL
func (c ContainerURL) NewBlockBlobURL(blobName string) BlockBlobURL
func (c ContainerURL) NewPageBlobURL(blobName string) PageBlobURL
func (b BlobURL) ToBlockBlobURL() BlockBlobURL

// The response is open. Body makes a reader of it, which closes it.
func (b BlobURL) Download(ctx context.Context, offset int64, count int64, ac BlobAccessConditions, rangeGetContentMD5 bool, cpk ClientProvidedKeyOptions) (resp *DownloadResponse, err error) //: own resp; context ctx

type DownloadResponse struct{}

func (r *DownloadResponse) Body(o RetryReaderOptions) (body io.ReadCloser) //: same body r
func (r DownloadResponse) Response() (resp *http.Response)                 //: same resp r
func (r DownloadResponse) ContentLength() int64
func (r DownloadResponse) ContentType() string
func (r DownloadResponse) StatusCode() int
