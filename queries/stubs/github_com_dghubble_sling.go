package sling // import "github.com/dghubble/sling"

import (
	"io"
	"net/http"
)

// note: every call that sends decodes and closes the body.
type Sling struct{}
type Doer interface {
	Do(req *http.Request) (resp *http.Response, err error) //: own resp; context req; close req
}

func New() *Sling
func (s *Sling) Do(req *http.Request, successV, failureV any) (resp *http.Response, err error) //: released resp; close req
func (s *Sling) Receive(successV, failureV any) (resp *http.Response, err error)               //: released resp
func (s *Sling) ReceiveSuccess(successV any) (resp *http.Response, err error)                  //: released resp
func (s *Sling) Request() (*http.Request, error)
func (s *Sling) Add(key, value string) *Sling
func (s *Sling) Base(rawURL string) *Sling
func (s *Sling) Body(body io.Reader) *Sling
func (s *Sling) BodyForm(bodyForm any) *Sling
func (s *Sling) BodyJSON(bodyJSON any) *Sling
func (s *Sling) Client(httpClient *http.Client) *Sling
func (s *Sling) Delete(pathURL string) *Sling
func (s *Sling) Doer(doer Doer) *Sling
func (s *Sling) Get(pathURL string) *Sling
func (s *Sling) Head(pathURL string) *Sling
func (s *Sling) New() *Sling
func (s *Sling) Patch(pathURL string) *Sling
func (s *Sling) Path(path string) *Sling
func (s *Sling) Post(pathURL string) *Sling
func (s *Sling) Put(pathURL string) *Sling
func (s *Sling) QueryStruct(queryStruct any) *Sling
func (s *Sling) Set(key, value string) *Sling
func (s *Sling) SetBasicAuth(username, password string) *Sling
