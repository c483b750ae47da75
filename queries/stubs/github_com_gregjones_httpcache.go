package httpcache // import "github.com/gregjones/httpcache"

import (
	"net/http"
)

type Cache interface {
	Get(key string) (responseBytes []byte, ok bool)
	Set(key string, responseBytes []byte)
	Delete(key string)
}
type Transport struct {
	Transport           http.RoundTripper
	Cache               Cache
	MarkCachedResponses bool
}

func NewTransport(c Cache) *Transport
func NewMemoryCacheTransport() *Transport
func CachedResponse(c Cache, req *http.Request) (resp *http.Response, err error)
func (t *Transport) Client() *http.Client
func (t *Transport) RoundTrip(req *http.Request) (resp *http.Response, err error) //: own resp; context req; close req
