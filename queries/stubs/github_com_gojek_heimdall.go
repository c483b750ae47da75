package heimdall // import "github.com/gojek/heimdall/*", "github.com/gojektech/heimdall/*"

import (
	"io"
	"net/http"
	"time"
)

type Client interface {
	Get(url string, headers http.Header) (resp *http.Response, err error) //: own resp
	Post(url string, body io.Reader, headers http.Header) (resp *http.Response, err error) //: own resp
	Put(url string, body io.Reader, headers http.Header) (resp *http.Response, err error) //: own resp
	Patch(url string, body io.Reader, headers http.Header) (resp *http.Response, err error) //: own resp
	Delete(url string, headers http.Header) (resp *http.Response, err error) //: own resp
	Do(req *http.Request) (resp *http.Response, err error) //: own resp; context req; close req
}
type Doer interface {
	Do(req *http.Request) (resp *http.Response, err error) //: own resp; context req; close req
}

// note: v1 to v4 have their clients in this package.
func NewHTTPClient(timeout time.Duration) Client
