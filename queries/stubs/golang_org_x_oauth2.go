package oauth2 // import "golang.org/x/oauth2"

import (
	"context"
	"net/http"
	"time"
)

var NoContext context.Context
var HTTPClient ContextKey

type ContextKey struct{}
type AuthStyle int
type AuthCodeOption interface{}
type Endpoint struct {
	AuthURL       string
	DeviceAuthURL string
	TokenURL      string
	AuthStyle     AuthStyle
}
type Config struct {
	ClientID     string
	ClientSecret string
	Endpoint     Endpoint
	RedirectURL  string
	Scopes       []string
}

func (c *Config) AuthCodeURL(state string, opts ...AuthCodeOption) string
func (c *Config) Client(ctx context.Context, t *Token) *http.Client
func (c *Config) Exchange(ctx context.Context, code string, opts ...AuthCodeOption) (*Token, error)
func (c *Config) PasswordCredentialsToken(ctx context.Context, username, password string) (*Token, error)
func (c *Config) TokenSource(ctx context.Context, t *Token) TokenSource

type Token struct {
	AccessToken  string
	TokenType    string
	RefreshToken string
	Expiry       time.Time
	ExpiresIn    int64
}

func (t *Token) Extra(key string) any
func (t *Token) SetAuthHeader(r *http.Request)
func (t *Token) Type() string
func (t *Token) Valid() bool
func (t *Token) WithExtra(extra any) *Token

type TokenSource interface {
	Token() (*Token, error)
}

func NewClient(ctx context.Context, src TokenSource) *http.Client
func ReuseTokenSource(t *Token, src TokenSource) TokenSource
func StaticTokenSource(t *Token) TokenSource

type Transport struct {
	Source TokenSource
	Base   http.RoundTripper
}

func (t *Transport) RoundTrip(req *http.Request) (resp *http.Response, err error) //: own resp; context req; close req

// note: the Response of a RetrieveError has been read and closed.
type RetrieveError struct {
	Response         *http.Response
	Body             []byte
	ErrorCode        string
	ErrorDescription string
	ErrorURI         string
}

func (r *RetrieveError) Error() string
