package httpmock // import "github.com/jarcoal/httpmock"

import "net/http"

func Activate()
func DeactivateAndReset()
func RegisterResponder(method, url string, responder any)
func NewStringResponse(status int, body string) *http.Response
func NewBytesResponse(status int, body []byte) *http.Response
func NewJsonResponse(status int, body any) (resp *http.Response, err error) //: released resp
func NewXmlResponse(status int, body any) (resp *http.Response, err error) //: released resp
