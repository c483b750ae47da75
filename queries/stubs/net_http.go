package http // import "net/http"

import (
	"bufio"
	"context"
	"crypto/tls"
	"io"
	"io/fs"
	"log"
	"mime/multipart"
	"net"
	"net/url"
	"time"
)

const MethodGet = "GET"
const MethodHead = "HEAD"
const MethodPost = "POST"
const MethodPut = "PUT"
const MethodPatch = "PATCH"
const MethodDelete = "DELETE"
const MethodConnect = "CONNECT"
const MethodOptions = "OPTIONS"
const MethodTrace = "TRACE"
const StatusContinue = 100
const StatusSwitchingProtocols = 101
const StatusProcessing = 102
const StatusEarlyHints = 103
const StatusOK = 200
const StatusCreated = 201
const StatusAccepted = 202
const StatusNonAuthoritativeInfo = 203
const StatusNoContent = 204
const StatusResetContent = 205
const StatusPartialContent = 206
const StatusMultiStatus = 207
const StatusAlreadyReported = 208
const StatusIMUsed = 226
const StatusMultipleChoices = 300
const StatusMovedPermanently = 301
const StatusFound = 302
const StatusSeeOther = 303
const StatusNotModified = 304
const StatusUseProxy = 305
const StatusTemporaryRedirect = 307
const StatusPermanentRedirect = 308
const StatusBadRequest = 400
const StatusUnauthorized = 401
const StatusPaymentRequired = 402
const StatusForbidden = 403
const StatusNotFound = 404
const StatusMethodNotAllowed = 405
const StatusNotAcceptable = 406
const StatusProxyAuthRequired = 407
const StatusRequestTimeout = 408
const StatusConflict = 409
const StatusGone = 410
const StatusLengthRequired = 411
const StatusPreconditionFailed = 412
const StatusRequestEntityTooLarge = 413
const StatusRequestURITooLong = 414
const StatusUnsupportedMediaType = 415
const StatusRequestedRangeNotSatisfiable = 416
const StatusExpectationFailed = 417
const StatusTeapot = 418
const StatusMisdirectedRequest = 421
const StatusUnprocessableEntity = 422
const StatusLocked = 423
const StatusFailedDependency = 424
const StatusTooEarly = 425
const StatusUpgradeRequired = 426
const StatusPreconditionRequired = 428
const StatusTooManyRequests = 429
const StatusRequestHeaderFieldsTooLarge = 431
const StatusUnavailableForLegalReasons = 451
const StatusInternalServerError = 500
const StatusNotImplemented = 501
const StatusBadGateway = 502
const StatusServiceUnavailable = 503
const StatusGatewayTimeout = 504
const StatusHTTPVersionNotSupported = 505
const StatusVariantAlsoNegotiates = 506
const StatusInsufficientStorage = 507
const StatusLoopDetected = 508
const StatusNotExtended = 510
const StatusNetworkAuthenticationRequired = 511
const DefaultMaxHeaderBytes = 1 << 20
const DefaultMaxHeaderValueCount = 500
const DefaultMaxIdleConnsPerHost = 2
const TimeFormat = "Mon, 02 Jan 2006 15:04:05 GMT"
const TrailerPrefix = "Trailer:"

var DefaultClient *Client
var DefaultServeMux *ServeMux
var DefaultTransport RoundTripper
var NoBody noBody
var ErrNotSupported *ProtocolError
var ErrUnexpectedTrailer *ProtocolError
var ErrMissingBoundary *ProtocolError
var ErrNotMultipart *ProtocolError
var ErrHeaderTooLong *ProtocolError
var ErrShortBody *ProtocolError
var ErrMissingContentLength *ProtocolError
var ErrBodyNotAllowed error
var ErrHijacked error
var ErrContentLength error
var ErrWriteAfterFlush error
var ErrAbortHandler error
var ErrBodyReadAfterClose error
var ErrHandlerTimeout error
var ErrLineTooLong error
var ErrMissingFile error
var ErrNoCookie error
var ErrNoLocation error
var ErrSchemeMismatch error
var ErrServerClosed error
var ErrSkipAltProtocol error
var ErrUseLastResponse error
var ServerContextKey *contextKey
var LocalAddrContextKey *contextKey

type contextKey struct{}
type noBody struct{}

func (noBody) Read(p []byte) (int, error)
func (noBody) Close() error
func (noBody) WriteTo(w io.Writer) (int64, error)

func Get(url string) (resp *Response, err error)                                                              //: own resp
func Head(url string) (resp *Response, err error) //: own resp; no-body resp
func Post(url, contentType string, body io.Reader) (resp *Response, err error)                                //: own resp; close body
func PostForm(url string, data url.Values) (resp *Response, err error)                                        //: own resp
func ReadResponse(r *bufio.Reader, req *Request) (resp *Response, err error) //: own resp; no-body-if-in-memory r
func NewRequest(method, url string, body io.Reader) (req *Request, err error) //: hold req body; method req method; set req.Method method
func NewRequestWithContext(ctx context.Context, method, url string, body io.Reader) (req *Request, err error) //: carry req ctx; hold req body; method req method; set req.Method method
func MaxBytesReader(w ResponseWriter, r io.ReadCloser, n int64) (limited io.ReadCloser)                       //: same limited r
func ReadRequest(b *bufio.Reader) (req *Request, err error)
func CanonicalHeaderKey(s string) string
func DetectContentType(data []byte) string
func Error(w ResponseWriter, error string, code int)
func Handle(pattern string, handler Handler)                                   //: keep handler
func HandleFunc(pattern string, handler func(ResponseWriter, *Request))        //: keep handler
func ListenAndServe(addr string, handler Handler) error                        //: keep handler
func ListenAndServeTLS(addr, certFile, keyFile string, handler Handler) error  //: keep handler
func Serve(l net.Listener, handler Handler) error                              //: keep handler
func ServeTLS(l net.Listener, handler Handler, certFile, keyFile string) error //: keep handler
func NotFound(w ResponseWriter, r *Request)
func ParseCookie(line string) ([]*Cookie, error)
func ParseHTTPVersion(vers string) (major, minor int, ok bool)
func ParseSetCookie(line string) (*Cookie, error)
func ParseTime(text string) (t time.Time, err error)
func ProxyFromEnvironment(req *Request) (*url.URL, error)
func ProxyURL(fixedURL *url.URL) func(*Request) (*url.URL, error)
func Redirect(w ResponseWriter, r *Request, url string, code int)
func ServeContent(w ResponseWriter, req *Request, name string, modtime time.Time, content io.ReadSeeker)
func ServeFile(w ResponseWriter, r *Request, name string)
func ServeFileFS(w ResponseWriter, r *Request, fsys fs.FS, name string)
func SetCookie(w ResponseWriter, cookie *Cookie)
func StatusText(code int) string

type RoundTripper interface {
	RoundTrip(req *Request) (resp *Response, err error) //: own resp; context req; close req
}

type Client struct {
	Transport     RoundTripper
	CheckRedirect func(req *Request, via []*Request) error
	Jar           CookieJar
	Timeout       time.Duration
}

func (c *Client) Do(req *Request) (resp *Response, err error)                              //: own resp; context req; close req
func (c *Client) Get(url string) (resp *Response, err error)                               //: own resp
func (c *Client) Head(url string) (resp *Response, err error) //: own resp; no-body resp
func (c *Client) Post(url, contentType string, body io.Reader) (resp *Response, err error) //: own resp; close body
func (c *Client) PostForm(url string, data url.Values) (resp *Response, err error)         //: own resp
func (c *Client) CloseIdleConnections()

type Transport struct {
	Proxy                  func(*Request) (*url.URL, error)
	OnProxyConnectResponse func(ctx context.Context, proxyURL *url.URL, connectReq *Request, connectRes *Response) error
	DialContext            func(ctx context.Context, network, addr string) (net.Conn, error)
	Dial                   func(network, addr string) (net.Conn, error)
	DialTLSContext         func(ctx context.Context, network, addr string) (net.Conn, error)
	DialTLS                func(network, addr string) (net.Conn, error)
	TLSClientConfig        *tls.Config
	TLSHandshakeTimeout    time.Duration
	DisableKeepAlives      bool
	DisableCompression     bool
	MaxIdleConns           int
	MaxIdleConnsPerHost    int
	MaxConnsPerHost        int
	IdleConnTimeout        time.Duration
	ResponseHeaderTimeout  time.Duration
	ExpectContinueTimeout  time.Duration
	TLSNextProto           map[string]func(authority string, c *tls.Conn) RoundTripper
	ProxyConnectHeader     Header
	GetProxyConnectHeader  func(ctx context.Context, proxyURL *url.URL, target string) (Header, error)
	MaxResponseHeaderBytes int64
	WriteBufferSize        int
	ReadBufferSize         int
	ForceAttemptHTTP2      bool
	HTTP2                  *HTTP2Config
	Protocols              *Protocols
}

func (t *Transport) RoundTrip(req *Request) (resp *Response, err error) //: own resp; context req; close req
func (t *Transport) CancelRequest(req *Request)
func (t *Transport) Clone() *Transport
func (t *Transport) CloseIdleConnections()
func (t *Transport) NewClientConn(ctx context.Context, scheme, address string) (*ClientConn, error)
func (t *Transport) RegisterProtocol(scheme string, rt RoundTripper) //: keep rt
func NewFileTransport(fs FileSystem) RoundTripper
func NewFileTransportFS(fsys fs.FS) RoundTripper

type ClientConn struct{}

func (cc *ClientConn) RoundTrip(req *Request) (resp *Response, err error) //: own resp; context req; close req
func (cc *ClientConn) Available() int
func (cc *ClientConn) Close() error
func (cc *ClientConn) Err() error
func (cc *ClientConn) InFlight() int
func (cc *ClientConn) Release()
func (cc *ClientConn) Reserve() error
func (cc *ClientConn) SetStateHook(f func(*ClientConn)) //: keep f

type Response struct {
	Status           string
	StatusCode       int
	Proto            string
	ProtoMajor       int
	ProtoMinor       int
	Header           Header
	Body             io.ReadCloser
	ContentLength    int64
	TransferEncoding []string
	Close            bool
	Uncompressed     bool
	Trailer          Header
	Request          *Request
	TLS              *tls.ConnectionState
}

func (r *Response) Write(w io.Writer) error //: close r
func (r *Response) Cookies() []*Cookie
func (r *Response) Location() (*url.URL, error)
func (r *Response) ProtoAtLeast(major, minor int) bool

type Request struct {
	Method           string
	URL              *url.URL
	Proto            string
	ProtoMajor       int
	ProtoMinor       int
	Header           Header
	Body             io.ReadCloser
	GetBody          func() (io.ReadCloser, error)
	ContentLength    int64
	TransferEncoding []string
	Close            bool
	Host             string
	Form             url.Values
	PostForm         url.Values
	MultipartForm    *multipart.Form
	Trailer          Header
	RemoteAddr       string
	RequestURI       string
	TLS              *tls.ConnectionState
	Cancel           <-chan struct{}
	Response         *Response
	Pattern          string
}

func (r *Request) Context() (ctx context.Context)                //: carry ctx r
func (r *Request) WithContext(ctx context.Context) (r2 *Request) //: carry r2 ctx; hold r2 r; method r2 r
func (r *Request) Clone(ctx context.Context) (r2 *Request) //: carry r2 ctx; hold r2 r; method r2 r
func (r *Request) Write(w io.Writer) error                       //: close r
func (r *Request) WriteProxy(w io.Writer) error                  //: close r
func (r *Request) AddCookie(c *Cookie)
func (r *Request) BasicAuth() (username, password string, ok bool)
func (r *Request) Cookie(name string) (*Cookie, error)
func (r *Request) Cookies() []*Cookie
func (r *Request) CookiesNamed(name string) []*Cookie
func (r *Request) FormFile(key string) (multipart.File, *multipart.FileHeader, error)
func (r *Request) FormValue(key string) string
func (r *Request) MultipartReader() (*multipart.Reader, error)
func (r *Request) ParseForm() error
func (r *Request) ParseMultipartForm(maxMemory int64) error
func (r *Request) PathValue(name string) string
func (r *Request) PostFormValue(key string) string
func (r *Request) ProtoAtLeast(major, minor int) bool
func (r *Request) Referer() string
func (r *Request) SetBasicAuth(username, password string)
func (r *Request) SetPathValue(name, value string)
func (r *Request) UserAgent() string

type Header map[string][]string

func (h Header) Add(key, value string)
func (h Header) Clone() Header
func (h Header) Del(key string)
func (h Header) Get(key string) string
func (h Header) Set(key, value string)
func (h Header) Values(key string) []string
func (h Header) Write(w io.Writer) error
func (h Header) WriteSubset(w io.Writer, exclude map[string]bool) error

type Cookie struct {
	Name        string
	Value       string
	Quoted      bool
	Path        string
	Domain      string
	Expires     time.Time
	RawExpires  string
	MaxAge      int
	Secure      bool
	HttpOnly    bool
	SameSite    SameSite
	Partitioned bool
	Raw         string
	Unparsed    []string
}

func (c *Cookie) String() string
func (c *Cookie) Valid() error

type SameSite int

const SameSiteDefaultMode SameSite = 1
const SameSiteLaxMode SameSite = 2
const SameSiteStrictMode SameSite = 3
const SameSiteNoneMode SameSite = 4

type CookieJar interface {
	SetCookies(u *url.URL, cookies []*Cookie)
	Cookies(u *url.URL) []*Cookie
}

type ResponseWriter interface {
	Header() Header
	Write([]byte) (int, error)
	WriteHeader(statusCode int)
}

type Handler interface {
	ServeHTTP(ResponseWriter, *Request)
}

type HandlerFunc func(ResponseWriter, *Request)

func (f HandlerFunc) ServeHTTP(w ResponseWriter, r *Request)

type Flusher interface {
	Flush()
}
type Hijacker interface {
	Hijack() (net.Conn, *bufio.ReadWriter, error)
}
type CloseNotifier interface {
	CloseNotify() <-chan bool
}
type Pusher interface {
	Push(target string, opts *PushOptions) error
}
type PushOptions struct {
	Method string
	Header Header
}
type ResponseController struct{}

func NewResponseController(rw ResponseWriter) *ResponseController
func (c *ResponseController) EnableFullDuplex() error
func (c *ResponseController) Flush() error
func (c *ResponseController) Hijack() (net.Conn, *bufio.ReadWriter, error)
func (c *ResponseController) SetReadDeadline(deadline time.Time) error
func (c *ResponseController) SetWriteDeadline(deadline time.Time) error

func AllowQuerySemicolons(h Handler) Handler //: keep h
func FileServer(root FileSystem) Handler
func FileServerFS(root fs.FS) Handler
func MaxBytesHandler(h Handler, n int64) Handler //: keep h
func NotFoundHandler() Handler
func RedirectHandler(url string, code int) Handler
func StripPrefix(prefix string, h Handler) Handler                   //: keep h
func TimeoutHandler(h Handler, dt time.Duration, msg string) Handler //: keep h

type ServeMux struct{}

func NewServeMux() *ServeMux
func (mux *ServeMux) Handle(pattern string, handler Handler)                            //: keep handler
func (mux *ServeMux) HandleFunc(pattern string, handler func(ResponseWriter, *Request)) //: keep handler
func (mux *ServeMux) Handler(r *Request) (h Handler, pattern string)
func (mux *ServeMux) ServeHTTP(w ResponseWriter, r *Request)

type Server struct {
	Addr                         string
	Handler                      Handler
	DisableGeneralOptionsHandler bool
	TLSConfig                    *tls.Config
	ReadTimeout                  time.Duration
	ReadHeaderTimeout            time.Duration
	WriteTimeout                 time.Duration
	IdleTimeout                  time.Duration
	MaxHeaderBytes               int
	MaxHeaderValueCount          int
	TLSNextProto                 map[string]func(*Server, *tls.Conn, Handler)
	ConnState                    func(net.Conn, ConnState)
	ErrorLog                     *log.Logger
	BaseContext                  func(net.Listener) context.Context
	ConnContext                  func(ctx context.Context, c net.Conn) context.Context
	HTTP2                        *HTTP2Config
	Protocols                    *Protocols
	DisableClientPriority        bool
}

func (s *Server) Close() error
func (s *Server) ListenAndServe() error
func (s *Server) ListenAndServeTLS(certFile, keyFile string) error
func (s *Server) RegisterOnShutdown(f func()) //: keep f
func (s *Server) Serve(l net.Listener) error
func (s *Server) ServeTLS(l net.Listener, certFile, keyFile string) error
func (s *Server) SetKeepAlivesEnabled(v bool)
func (s *Server) Shutdown(ctx context.Context) error

type ConnState int

const StateNew ConnState = 0
const StateActive ConnState = 1
const StateIdle ConnState = 2
const StateHijacked ConnState = 3
const StateClosed ConnState = 4

func (c ConnState) String() string

type CrossOriginProtection struct{}

func NewCrossOriginProtection() *CrossOriginProtection
func (c *CrossOriginProtection) AddInsecureBypassPattern(pattern string)
func (c *CrossOriginProtection) AddTrustedOrigin(origin string) error
func (c *CrossOriginProtection) Check(req *Request) error
func (c *CrossOriginProtection) Handler(h Handler) Handler //: keep h
func (c *CrossOriginProtection) SetDenyHandler(h Handler)  //: keep h

type Dir string

func (d Dir) Open(name string) (File, error)

type File interface {
	io.Closer
	io.Reader
	io.Seeker
	Readdir(count int) ([]fs.FileInfo, error)
	Stat() (fs.FileInfo, error)
}
type FileSystem interface {
	Open(name string) (File, error)
}

func FS(fsys fs.FS) FileSystem

type HTTP2Config struct {
	MaxConcurrentStreams          int
	StrictMaxConcurrentRequests   bool
	MaxDecoderHeaderTableSize     int
	MaxEncoderHeaderTableSize     int
	MaxReadFrameSize              int
	MaxReceiveBufferPerConnection int
	MaxReceiveBufferPerStream     int
	SendPingTimeout               time.Duration
	PingTimeout                   time.Duration
	WriteByteTimeout              time.Duration
	PermitProhibitedCipherSuites  bool
	CountError                    func(errType string)
}
type Protocols struct{}

func (p Protocols) HTTP1() bool
func (p Protocols) HTTP2() bool
func (p *Protocols) SetHTTP1(ok bool)
func (p *Protocols) SetHTTP2(ok bool)
func (p *Protocols) SetUnencryptedHTTP2(ok bool)
func (p Protocols) String() string
func (p Protocols) UnencryptedHTTP2() bool

type MaxBytesError struct{ Limit int64 }

func (e *MaxBytesError) Error() string

type ProtocolError struct{ ErrorString string }

func (pe *ProtocolError) Error() string
func (pe *ProtocolError) Is(err error) bool
