package runtime // import "github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"

import (
	"io"
	"net/http"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
)

// note: a request after SkipBodyDownload keeps its response open; the pipeline has read all others into memory.
type Pipeline struct{}

func (p Pipeline) Do(req *policy.Request) (resp *http.Response, err error) //: released resp

// Drain and Payload close the body when they have read it, as the others do through Payload.
func Drain(resp *http.Response)                                                        //: close resp
func NewResponseError(resp *http.Response) error                                       //: close resp
func Payload(resp *http.Response) ([]byte, error)                                      //: close resp
func UnmarshalAsByteArray(resp *http.Response, v *[]byte, format Base64Encoding) error //: close resp
func UnmarshalAsJSON(resp *http.Response, v any) error                                 //: close resp
func UnmarshalAsXML(resp *http.Response, v any) error                                  //: close resp
func HasStatusCode(resp *http.Response, statusCodes ...int) bool
func SkipBodyDownload(req *policy.Request)
func NewRequestFromRequest(req *http.Request) (*policy.Request, error)
func NopCloser(rs io.ReadSeeker) io.ReadSeekCloser

type Base64Encoding int
