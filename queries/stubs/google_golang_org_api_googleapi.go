package googleapi // import "google.golang.org/api/googleapi"

import "net/http"

func CheckMediaResponse(res *http.Response) error
func CheckResponse(res *http.Response) error
func CloseBody(res *http.Response) //: close res
func IsNotModified(err error) bool //: true-implies-non-nil err

type Error struct {
	Code    int
	Message string
	Body    string
	Header  http.Header
}

func (e *Error) Error() string

type ServerResponse struct {
	HTTPStatusCode int
	Header         http.Header
}
