package drive // import "google.golang.org/api/drive/v3", "google.golang.org/api/drive/v2"

import (
	"context"
	"net/http"

	"google.golang.org/api/googleapi"
	"google.golang.org/api/option"
)

type Service struct {
	Files     *FilesService
	Revisions *RevisionsService
}
type FilesService struct{}
type RevisionsService struct{}
type FilesGetCall struct{}
type FilesExportCall struct{}
type RevisionsGetCall struct{}

func New(client *http.Client) (*Service, error)
func NewService(ctx context.Context, opts ...option.ClientOption) (*Service, error)
func NewFilesService(s *Service) *FilesService
func (r *FilesService) Get(fileId string) *FilesGetCall
func (r *FilesService) Export(fileId, mimeType string) *FilesExportCall
func (r *RevisionsService) Get(fileId, revisionId string) *RevisionsGetCall

func (c *FilesGetCall) AcknowledgeAbuse(acknowledgeAbuse bool) (call *FilesGetCall) //: carry call c
func (c *FilesGetCall) Context(ctx context.Context) (call *FilesGetCall)            //: carry call ctx
func (c *FilesGetCall) Fields(s ...googleapi.Field) (call *FilesGetCall)            //: carry call c
func (c *FilesGetCall) Header() http.Header
func (c *FilesGetCall) SupportsAllDrives(supportsAllDrives bool) (call *FilesGetCall)   //: carry call c
func (c *FilesGetCall) SupportsTeamDrives(supportsTeamDrives bool) (call *FilesGetCall) //: carry call c
func (c *FilesExportCall) Context(ctx context.Context) (call *FilesExportCall)          //: carry call ctx
func (c *FilesExportCall) Fields(s ...googleapi.Field) (call *FilesExportCall)          //: carry call c
func (c *RevisionsGetCall) Context(ctx context.Context) (call *RevisionsGetCall)        //: carry call ctx
func (c *RevisionsGetCall) Fields(s ...googleapi.Field) (call *RevisionsGetCall)        //: carry call c

// Do decodes the answer and closes it. Download hands it over open: the caller closes Response.Body.
func (c *FilesGetCall) Download(opts ...googleapi.CallOption) (resp *http.Response, err error)     //: own resp; context c
func (c *FilesExportCall) Download(opts ...googleapi.CallOption) (resp *http.Response, err error)  //: own resp; context c
func (c *RevisionsGetCall) Download(opts ...googleapi.CallOption) (resp *http.Response, err error) //: own resp; context c
