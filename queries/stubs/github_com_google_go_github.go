package github // import "github.com/google/go-github/*/github"

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"time"
)

type Timestamp struct{ time.Time }
type Rate struct {
	Limit     int
	Remaining int
	Reset     Timestamp
}

// note: Do and the services have read and closed the body; only BareDo and the downloads hand it over.
type Response struct {
	*http.Response
	NextPage      int
	PrevPage      int
	FirstPage     int
	LastPage      int
	NextPageToken string
	Cursor        string
	Before        string
	After         string
	Rate          Rate
}
type RequestOption func(req *http.Request)
type Client struct {
	BaseURL      *url.URL
	UploadURL    *url.URL
	UserAgent    string
	Repositories *RepositoriesService
}

func NewClient(httpClient *http.Client) *Client
func (c *Client) BareDo(ctx context.Context, req *http.Request) (resp *Response, err error)    //: own resp; context ctx; close req
func (c *Client) Do(ctx context.Context, req *http.Request, v any) (resp *Response, err error) //: released resp; close req
func (c *Client) Client() *http.Client
func (c *Client) NewRequest(method, urlStr string, body any, opts ...RequestOption) (req *http.Request, err error) //: method req method
func (c *Client) WithAuthToken(token string) *Client
func CheckResponse(r *http.Response) error

type RepositoryContent struct{}
type RepositoryContentGetOptions struct{ Ref string }
type RepositoriesService struct{}

func (s *RepositoriesService) DownloadContents(ctx context.Context, owner, repo, filepath string, opts *RepositoryContentGetOptions) (rc io.ReadCloser, resp *Response, err error)                                     //: own rc; also resp rc; context ctx
func (s *RepositoriesService) DownloadContentsWithMeta(ctx context.Context, owner, repo, filepath string, opts *RepositoryContentGetOptions) (rc io.ReadCloser, content *RepositoryContent, resp *Response, err error) //: own rc; also resp rc; context ctx
func (s *RepositoriesService) DownloadReleaseAsset(ctx context.Context, owner, repo string, id int64, followRedirectsClient *http.Client) (rc io.ReadCloser, redirectURL string, err error)                            //: own rc; context ctx

type ErrorResponse struct {
	Response *http.Response
	Message  string
}

func (r *ErrorResponse) Error() string

type RateLimitError struct {
	Rate     Rate
	Response *http.Response
	Message  string
}

func (r *RateLimitError) Error() string

type AbuseRateLimitError struct {
	Response   *http.Response
	Message    string
	RetryAfter *time.Duration
}

func (r *AbuseRateLimitError) Error() string
