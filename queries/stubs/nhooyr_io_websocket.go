package websocket // import "nhooyr.io/websocket"

import (
	"context"
	"io"
	"net"
	"net/http"
)

const MessageText MessageType = 1
const MessageBinary MessageType = 2
const StatusNormalClosure StatusCode = 1000
const StatusGoingAway StatusCode = 1001
const StatusInternalError StatusCode = 1011

type MessageType int
type StatusCode int
type CompressionMode int
type DialOptions struct {
	HTTPClient           *http.Client
	HTTPHeader           http.Header
	Host                 string
	Subprotocols         []string
	CompressionMode      CompressionMode
	CompressionThreshold int
	OnPingReceived       func(ctx context.Context, payload []byte) bool
	OnPongReceived       func(ctx context.Context, payload []byte)
}

// note: the response of a handshake needs no close.
func Dial(ctx context.Context, u string, opts *DialOptions) (conn *Conn, resp *http.Response, err error) //: released resp

type AcceptOptions struct {
	Subprotocols         []string
	InsecureSkipVerify   bool
	OriginPatterns       []string
	CompressionMode      CompressionMode
	CompressionThreshold int
}

func Accept(w http.ResponseWriter, r *http.Request, opts *AcceptOptions) (*Conn, error)
func CloseStatus(err error) StatusCode
func NetConn(ctx context.Context, c *Conn, msgType MessageType) net.Conn

type CloseError struct {
	Code   StatusCode
	Reason string
}

func (ce CloseError) Error() string

type Conn struct{}

func (c *Conn) Close(code StatusCode, reason string) (err error)
func (c *Conn) CloseNow() (err error)
func (c *Conn) CloseRead(ctx context.Context) (readCtx context.Context) //: carry readCtx ctx
func (c *Conn) Ping(ctx context.Context) error
func (c *Conn) Read(ctx context.Context) (MessageType, []byte, error)
func (c *Conn) Reader(ctx context.Context) (MessageType, io.Reader, error)
func (c *Conn) SetReadLimit(n int64)
func (c *Conn) Subprotocol() string
func (c *Conn) Write(ctx context.Context, typ MessageType, p []byte) error
func (c *Conn) Writer(ctx context.Context, typ MessageType) (io.WriteCloser, error)
