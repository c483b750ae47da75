package httputil // import "net/http/httputil"

import (
	"bufio"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"time"
)

var ErrPersistEOF *http.ProtocolError
var ErrClosed *http.ProtocolError
var ErrPipeline *http.ProtocolError
var ErrLineTooLong error

func DumpRequest(req *http.Request, body bool) ([]byte, error)
func DumpRequestOut(req *http.Request, body bool) ([]byte, error)

// note: DumpResponse leaves a replaced Body that still has to be closed. It fails if the body cannot be read, and then the
// transport has let it go.
func DumpResponse(resp *http.Response, body bool) ([]byte, error) //: close-if-fails resp
func NewChunkedReader(r io.Reader) (chunked io.Reader) //: wrap chunked r
func NewChunkedWriter(w io.Writer) io.WriteCloser

type BufferPool interface {
	Get() []byte
	Put([]byte)
}
type ClientConn struct{}

func NewClientConn(c net.Conn, r *bufio.Reader) *ClientConn
func NewProxyClientConn(c net.Conn, r *bufio.Reader) *ClientConn
func (cc *ClientConn) Do(req *http.Request) (resp *http.Response, err error)   //: own resp; close req
func (cc *ClientConn) Read(req *http.Request) (resp *http.Response, err error) //: own resp
func (cc *ClientConn) Write(req *http.Request) error                           //: close req
func (cc *ClientConn) Close() error
func (cc *ClientConn) Hijack() (c net.Conn, r *bufio.Reader)
func (cc *ClientConn) Pending() int

type ServerConn struct{}

func NewServerConn(c net.Conn, r *bufio.Reader) *ServerConn
func (sc *ServerConn) Close() error
func (sc *ServerConn) Hijack() (net.Conn, *bufio.Reader)
func (sc *ServerConn) Pending() int
func (sc *ServerConn) Read() (*http.Request, error)
func (sc *ServerConn) Write(req *http.Request, resp *http.Response) error //: close resp

type ProxyRequest struct {
	In  *http.Request
	Out *http.Request
}

func (r *ProxyRequest) SetURL(target *url.URL)
func (r *ProxyRequest) SetXForwarded()

type ReverseProxy struct {
	Rewrite        func(*ProxyRequest)
	Director       func(*http.Request)
	Transport      http.RoundTripper
	FlushInterval  time.Duration
	ErrorLog       *log.Logger
	BufferPool     BufferPool
	ModifyResponse func(*http.Response) error
	ErrorHandler   func(http.ResponseWriter, *http.Request, error)
}

func NewSingleHostReverseProxy(target *url.URL) *ReverseProxy
func (p *ReverseProxy) ServeHTTP(rw http.ResponseWriter, req *http.Request)
