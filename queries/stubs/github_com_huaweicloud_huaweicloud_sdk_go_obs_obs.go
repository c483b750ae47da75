package obs // import "github.com/huaweicloud/huaweicloud-sdk-go-obs/obs"

import (
	"io"
	"net/http"
	"time"
)

type ObsClient struct{}
type GetObjectInput struct{}

func New(ak, sk, endpoint string, configurers ...any) (*ObsClient, error)

// GetObjectOutput.Body is the body of the response: the caller closes it.
func (obsClient ObsClient) GetObject(input *GetObjectInput, extensions ...any) (output *GetObjectOutput, err error)                              //: own output.Body
func (obsClient ObsClient) GetObjectWithoutProgress(input *GetObjectInput, extensions ...any) (output *GetObjectOutput, err error)               //: own output.Body
func (obsClient ObsClient) GetObjectWithSignedUrl(signedUrl string, actualSignedRequestHeaders http.Header) (output *GetObjectOutput, err error) //: own output.Body

type GetObjectOutput struct {
	Body          io.ReadCloser
	ContentLength int64
	ContentType   string
	ETag          string
	LastModified  time.Time
	Metadata      map[string]string
	StatusCode    int
}
