package google // import "golang.org/x/oauth2/google"

import (
	"context"
	"net/http"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/jwt"
)

var Endpoint oauth2.Endpoint
var JWTTokenURL string

type Credentials struct {
	ProjectID   string
	TokenSource oauth2.TokenSource
	JSON        []byte
}
type SDKConfig struct{}

func ConfigFromJSON(jsonKey []byte, scope ...string) (*oauth2.Config, error)
func CredentialsFromJSON(ctx context.Context, jsonData []byte, scopes ...string) (*Credentials, error)
func DefaultClient(ctx context.Context, scope ...string) (*http.Client, error)
func DefaultTokenSource(ctx context.Context, scope ...string) (oauth2.TokenSource, error)
func FindDefaultCredentials(ctx context.Context, scopes ...string) (*Credentials, error)
func JWTConfigFromJSON(jsonKey []byte, scope ...string) (*jwt.Config, error)
func NewSDKConfig(account string) (*SDKConfig, error)
func (c *SDKConfig) Client(ctx context.Context) *http.Client
