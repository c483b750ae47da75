package api // import "github.com/baidubce/bce-sdk-go/services/bos/api"

import (
	"io"

	"github.com/baidubce/bce-sdk-go/bce"
)

type BosContext struct{}
type ObjectMeta struct {
	ContentLength int64
	ContentType   string
	ETag          string
}
type GetObjectResult struct {
	ObjectMeta
	Body io.ReadCloser
}

// GetObjectResult.Body is the body of the response: the caller closes it.
func GetObject(cli bce.Client, bucket, object string, ctx *BosContext, args map[string]string, ranges ...int64) (result *GetObjectResult, err error) //: own result.Body
