package autorest // import "github.com/Azure/go-autorest/autorest"

import "net/http"

type Responder interface {
	Respond(*http.Response) error
}
type RespondDecorator func(Responder) Responder

func Respond(r *http.Response, decorators ...RespondDecorator) error //: must-match r decorators
func ByClosing() (d RespondDecorator) //: closes-matched d
func ByDiscardingBody() RespondDecorator
func ByIgnoring() RespondDecorator
func ByUnmarshallingBytes(v *[]byte) RespondDecorator
func ByUnmarshallingJSON(v any) RespondDecorator
func ByUnmarshallingXML(v any) RespondDecorator
func WithErrorUnlessOK() RespondDecorator
func WithErrorUnlessStatusCode(codes ...int) RespondDecorator
func DrainResponseBody(resp *http.Response) error //: close resp
func ExtractHeaderValue(header string, resp *http.Response) string
