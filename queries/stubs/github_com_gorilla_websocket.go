package websocket // import "github.com/gorilla/websocket"

import (
	"context"
	"crypto/tls"
	"io"
	"net"
	"net/http"
	"net/url"
	"time"
)

const TextMessage = 1
const BinaryMessage = 2
const CloseMessage = 8
const PingMessage = 9
const PongMessage = 10
const CloseNormalClosure = 1000
const CloseGoingAway = 1001
const CloseAbnormalClosure = 1006

var DefaultDialer *Dialer
var ErrBadHandshake error
var ErrCloseSent error
var ErrReadLimit error

type BufferPool interface {
	Get() any
	Put(any)
}
type Dialer struct {
	NetDial           func(network, addr string) (net.Conn, error)
	NetDialContext    func(ctx context.Context, network, addr string) (net.Conn, error)
	NetDialTLSContext func(ctx context.Context, network, addr string) (net.Conn, error)
	Proxy             func(*http.Request) (*url.URL, error)
	TLSClientConfig   *tls.Config
	HandshakeTimeout  time.Duration
	ReadBufferSize    int
	WriteBufferSize   int
	WriteBufferPool   BufferPool
	Subprotocols      []string
	EnableCompression bool
	Jar               http.CookieJar
}

// note: the response of a handshake needs no close, not even with ErrBadHandshake.
func (d *Dialer) Dial(urlStr string, requestHeader http.Header) (conn *Conn, resp *http.Response, err error)                                         //: released resp
func (d *Dialer) DialContext(ctx context.Context, urlStr string, requestHeader http.Header) (conn *Conn, resp *http.Response, err error)             //: released resp
func NewClient(netConn net.Conn, u *url.URL, requestHeader http.Header, readBufSize, writeBufSize int) (c *Conn, response *http.Response, err error) //: released response

type Upgrader struct {
	HandshakeTimeout  time.Duration
	ReadBufferSize    int
	WriteBufferSize   int
	WriteBufferPool   BufferPool
	Subprotocols      []string
	Error             func(w http.ResponseWriter, r *http.Request, status int, reason error)
	CheckOrigin       func(r *http.Request) bool
	EnableCompression bool
}

func (u *Upgrader) Upgrade(w http.ResponseWriter, r *http.Request, responseHeader http.Header) (*Conn, error)
func Upgrade(w http.ResponseWriter, r *http.Request, responseHeader http.Header, readBufSize, writeBufSize int) (*Conn, error)
func FormatCloseMessage(closeCode int, text string) []byte
func IsCloseError(err error, codes ...int) bool                   //: true-implies-non-nil err
func IsUnexpectedCloseError(err error, expectedCodes ...int) bool //: true-implies-non-nil err
func IsWebSocketUpgrade(r *http.Request) bool
func Subprotocols(r *http.Request) []string

type CloseError struct {
	Code int
	Text string
}

func (e *CloseError) Error() string

type Conn struct{}

func (c *Conn) Close() error
func (c *Conn) EnableWriteCompression(enable bool)
func (c *Conn) LocalAddr() net.Addr
func (c *Conn) NetConn() net.Conn
func (c *Conn) NextReader() (messageType int, r io.Reader, err error)
func (c *Conn) NextWriter(messageType int) (io.WriteCloser, error)
func (c *Conn) ReadJSON(v any) error
func (c *Conn) ReadMessage() (messageType int, p []byte, err error)
func (c *Conn) RemoteAddr() net.Addr
func (c *Conn) SetCloseHandler(h func(code int, text string) error) //: keep h
func (c *Conn) SetPingHandler(h func(appData string) error)         //: keep h
func (c *Conn) SetPongHandler(h func(appData string) error)         //: keep h
func (c *Conn) SetReadDeadline(t time.Time) error
func (c *Conn) SetReadLimit(limit int64)
func (c *Conn) SetWriteDeadline(t time.Time) error
func (c *Conn) Subprotocol() string
func (c *Conn) UnderlyingConn() net.Conn
func (c *Conn) WriteControl(messageType int, data []byte, deadline time.Time) error
func (c *Conn) WriteJSON(v any) error
func (c *Conn) WriteMessage(messageType int, data []byte) error
