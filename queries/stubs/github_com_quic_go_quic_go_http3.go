package http3 // import "github.com/quic-go/quic-go/http3", "github.com/lucas-clemente/quic-go/http3"

import (
	"crypto/tls"
	"net/http"
)

type RoundTripOpt struct{ OnlyCachedConn bool }
type Transport struct {
	TLSClientConfig    *tls.Config
	EnableDatagrams    bool
	DisableCompression bool
}

func (t *Transport) RoundTrip(req *http.Request) (resp *http.Response, err error) //: own resp; context req; close req
func (t *Transport) RoundTripOpt(req *http.Request, opt RoundTripOpt) (resp *http.Response, err error) //: own resp; context req; close req
func (t *Transport) Close() error
func (t *Transport) CloseIdleConnections()

type RoundTripper struct {
	TLSClientConfig    *tls.Config
	EnableDatagrams    bool
	DisableCompression bool
}

func (r *RoundTripper) RoundTrip(req *http.Request) (resp *http.Response, err error) //: own resp; context req; close req
func (r *RoundTripper) RoundTripOpt(req *http.Request, opt RoundTripOpt) (resp *http.Response, err error) //: own resp; context req; close req
func (r *RoundTripper) Close() error

type ClientConn struct{}

func (c *ClientConn) RoundTrip(req *http.Request) (resp *http.Response, err error) //: own resp; context req; close req

type SingleDestinationRoundTripper struct{}

func (c *SingleDestinationRoundTripper) RoundTrip(req *http.Request) (resp *http.Response, err error) //: own resp; context req; close req

// note: Close of the stream is that of what is sent, and the response reads from the stream.
type RequestStream struct{}

func (s *RequestStream) SendRequestHeader(req *http.Request) error
func (s *RequestStream) ReadResponse() (resp *http.Response, err error) //: released resp
