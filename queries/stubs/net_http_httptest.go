package httptest // import "net/http/httptest"

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"io"
	"net"
	"net/http"
	"testing"
)

const DefaultRemoteAddr = "1.2.3.4"

func NewRequest(method, target string, body io.Reader) (req *http.Request) //: hold req body; non-nil req; method req method
func NewRequestWithContext(ctx context.Context, method, target string, body io.Reader) (req *http.Request) //: carry req ctx; hold req body; non-nil req; method req method

type ResponseRecorder struct {
	Code      int
	HeaderMap http.Header
	Body      *bytes.Buffer
	Flushed   bool
}

func NewRecorder() *ResponseRecorder
func (rw *ResponseRecorder) Result() (resp *http.Response) //: released resp; non-nil resp
func (rw *ResponseRecorder) Flush()
func (rw *ResponseRecorder) Header() http.Header
func (rw *ResponseRecorder) Write(buf []byte) (int, error)
func (rw *ResponseRecorder) WriteHeader(code int)
func (rw *ResponseRecorder) WriteString(str string) (int, error)

type Server struct {
	URL         string
	Listener    net.Listener
	EnableHTTP2 bool
	TLS         *tls.Config
	Config      *http.Server
}

func NewServer(handler http.Handler) *Server                   //: keep handler
func NewTLSServer(handler http.Handler) *Server                //: keep handler
func NewTestServer(t testing.TB, handler http.Handler) *Server //: keep handler
func NewUnstartedServer(handler http.Handler) *Server          //: keep handler
func (s *Server) Certificate() *x509.Certificate
func (s *Server) Client() *http.Client
func (s *Server) Close()
func (s *Server) CloseClientConnections()
func (s *Server) Start()
func (s *Server) StartTLS()
