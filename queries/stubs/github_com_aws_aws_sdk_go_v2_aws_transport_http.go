package http // import "github.com/aws/aws-sdk-go-v2/aws/transport/http"

import (
	"net/http"
	"time"
)

type BuildableClient struct{}

func NewBuildableClient() *BuildableClient
func (b *BuildableClient) GetTransport() *http.Transport
func (b *BuildableClient) WithTimeout(timeout time.Duration) *BuildableClient
func (b *BuildableClient) WithTransportOptions(opts ...func(*http.Transport)) *BuildableClient

// Do sends like a client of net/http.
func (b *BuildableClient) Do(req *http.Request) (resp *http.Response, err error) //: own resp; context req; close req
