package cleanhttp // import "github.com/hashicorp/go-cleanhttp"

import "net/http"

func DefaultClient() *http.Client
func DefaultPooledClient() *http.Client
func DefaultTransport() *http.Transport
func DefaultPooledTransport() *http.Transport

type HandlerInput struct{ ErrStatus int }

func PrintablePathCheckHandler(next http.Handler, input *HandlerInput) http.Handler //: keep next
