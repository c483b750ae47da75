package tls // import "crypto/tls"

import (
	"context"
	"crypto/x509"
	"io"
	"net"
	"time"
)

const VersionTLS10 = 0x0301
const VersionTLS11 = 0x0302
const VersionTLS12 = 0x0303
const VersionTLS13 = 0x0304
const NoClientCert ClientAuthType = 0
const RequireAndVerifyClientCert ClientAuthType = 4

func Client(conn net.Conn, config *Config) *Conn
func Server(conn net.Conn, config *Config) *Conn
func Dial(network, addr string, config *Config) (*Conn, error)
func DialWithDialer(dialer *net.Dialer, network, addr string, config *Config) (*Conn, error)
func Listen(network, laddr string, config *Config) (net.Listener, error)
func NewListener(inner net.Listener, config *Config) net.Listener
func LoadX509KeyPair(certFile, keyFile string) (Certificate, error)
func X509KeyPair(certPEMBlock, keyPEMBlock []byte) (Certificate, error)

type ClientAuthType int
type CurveID uint16
type Certificate struct {
	Certificate [][]byte
	PrivateKey  any
	Leaf        *x509.Certificate
}
type CertificateRequestInfo struct{ Version uint16 }
type ClientHelloInfo struct{ ServerName string }
type ConnectionState struct {
	Version            uint16
	HandshakeComplete  bool
	DidResume          bool
	CipherSuite        uint16
	NegotiatedProtocol string
	ServerName         string
	PeerCertificates   []*x509.Certificate
	VerifiedChains     [][]*x509.Certificate
}
type Config struct {
	Rand                  io.Reader
	Time                  func() time.Time
	Certificates          []Certificate
	GetCertificate        func(*ClientHelloInfo) (*Certificate, error)
	GetClientCertificate  func(*CertificateRequestInfo) (*Certificate, error)
	GetConfigForClient    func(*ClientHelloInfo) (*Config, error)
	VerifyPeerCertificate func(rawCerts [][]byte, verifiedChains [][]*x509.Certificate) error
	VerifyConnection      func(ConnectionState) error
	RootCAs               *x509.CertPool
	NextProtos            []string
	ServerName            string
	ClientAuth            ClientAuthType
	ClientCAs             *x509.CertPool
	InsecureSkipVerify    bool
	CipherSuites          []uint16
	MinVersion            uint16
	MaxVersion            uint16
	CurvePreferences      []CurveID
	KeyLogWriter          io.Writer
}

func (c *Config) Clone() *Config

type Conn struct{}

func (c *Conn) Close() error
func (c *Conn) ConnectionState() ConnectionState
func (c *Conn) Handshake() error
func (c *Conn) HandshakeContext(ctx context.Context) error
func (c *Conn) LocalAddr() net.Addr
func (c *Conn) NetConn() net.Conn
func (c *Conn) Read(b []byte) (int, error)
func (c *Conn) RemoteAddr() net.Addr
func (c *Conn) SetDeadline(t time.Time) error
func (c *Conn) SetReadDeadline(t time.Time) error
func (c *Conn) SetWriteDeadline(t time.Time) error
func (c *Conn) Write(b []byte) (int, error)

type Dialer struct {
	NetDialer *net.Dialer
	Config    *Config
}

func (d *Dialer) Dial(network, addr string) (net.Conn, error)
func (d *Dialer) DialContext(ctx context.Context, network, addr string) (net.Conn, error)
