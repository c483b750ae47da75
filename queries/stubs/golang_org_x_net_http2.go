package http2 // import "golang.org/x/net/http2"

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

type ClientConnPool interface {
	GetClientConn(req *http.Request, addr string) (*ClientConn, error)
	MarkDead(*ClientConn)
}
type ClientConn struct{}

func (cc *ClientConn) RoundTrip(req *http.Request) (resp *http.Response, err error) //: own resp; context req; close req
func (cc *ClientConn) CanTakeNewRequest() bool
func (cc *ClientConn) Close() error
func (cc *ClientConn) Ping(ctx context.Context) error
func (cc *ClientConn) Shutdown(ctx context.Context) error

type RoundTripOpt struct{ OnlyCachedConn bool }
type Transport struct {
	DialTLSContext             func(ctx context.Context, network, addr string, cfg *tls.Config) (net.Conn, error)
	DialTLS                    func(network, addr string, cfg *tls.Config) (net.Conn, error)
	TLSClientConfig            *tls.Config
	ConnPool                   ClientConnPool
	DisableCompression         bool
	AllowHTTP                  bool
	MaxHeaderListSize          uint32
	MaxReadFrameSize           uint32
	StrictMaxConcurrentStreams bool
	IdleConnTimeout            time.Duration
	ReadIdleTimeout            time.Duration
	PingTimeout                time.Duration
	WriteByteTimeout           time.Duration
}

func (t *Transport) RoundTrip(req *http.Request) (resp *http.Response, err error)                      //: own resp; context req; close req
func (t *Transport) RoundTripOpt(req *http.Request, opt RoundTripOpt) (resp *http.Response, err error) //: own resp; context req; close req
func (t *Transport) CloseIdleConnections()
func (t *Transport) NewClientConn(c net.Conn) (*ClientConn, error)
func ConfigureServer(s *http.Server, conf *Server) error
func ConfigureTransport(t1 *http.Transport) error
func ConfigureTransports(t1 *http.Transport) (*Transport, error)

type Server struct {
	MaxHandlers          int
	MaxConcurrentStreams uint32
	IdleTimeout          time.Duration
}
