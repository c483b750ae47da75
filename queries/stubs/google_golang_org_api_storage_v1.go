package storage // import "google.golang.org/api/storage/v1"

import (
	"context"
	"net/http"

	"google.golang.org/api/googleapi"
	"google.golang.org/api/option"
)

type Service struct{ Objects *ObjectsService }
type ObjectsService struct{}
type ObjectsGetCall struct{}

func New(client *http.Client) (*Service, error)
func NewService(ctx context.Context, opts ...option.ClientOption) (*Service, error)
func NewObjectsService(s *Service) *ObjectsService
func (r *ObjectsService) Get(bucket, object string) *ObjectsGetCall
func (c *ObjectsGetCall) Context(ctx context.Context) (call *ObjectsGetCall) //: carry call ctx
func (c *ObjectsGetCall) Fields(s ...googleapi.Field) (call *ObjectsGetCall) //: carry call c
func (c *ObjectsGetCall) Generation(generation int64) (call *ObjectsGetCall) //: carry call c
func (c *ObjectsGetCall) Header() http.Header
func (c *ObjectsGetCall) IfGenerationMatch(ifGenerationMatch int64) (call *ObjectsGetCall) //: carry call c
func (c *ObjectsGetCall) IfNoneMatch(entityTag string) (call *ObjectsGetCall)              //: carry call c
func (c *ObjectsGetCall) UserProject(userProject string) (call *ObjectsGetCall)            //: carry call c

// Do decodes the answer and closes it. Download hands it over open: the caller closes Response.Body.
func (c *ObjectsGetCall) Download(opts ...googleapi.CallOption) (resp *http.Response, err error) //: own resp; context c
func (c *ObjectsGetCall) Do(opts ...googleapi.CallOption) (*Object, error)

type Object struct {
	Bucket      string
	ContentType string
	Etag        string
	Generation  int64
	Md5Hash     string
	MediaLink   string
	Metadata    map[string]string
	Name        string
	Size        uint64
	Updated     string
}
