package esapi // import "github.com/elastic/go-elasticsearch/*/esapi", "github.com/elastic/go-elasticsearch/esapi"

import (
	"context"
	"io"
	"net/http"
)

type Transport interface {
	Perform(req *http.Request) (resp *http.Response, err error) //: own resp; context req; close req
}

// Response: the caller has to close the Body. String reads it to its end and closes it.
type Response struct {
	StatusCode int
	Header     http.Header
	Body       io.ReadCloser
}

func (r *Response) HasWarnings() bool
func (r *Response) IsError() bool
func (r *Response) Status() string
func (r *Response) String() string //: close r.Body
func (r *Response) Warnings() []string

type request struct{}

func (r request) Do(ctx context.Context, transport Transport) (res *Response, err error) //: own res.Body; context ctx

type (
	BulkRequest                        struct{ request }
	CatAliasesRequest                  struct{ request }
	CatCountRequest                    struct{ request }
	CatHealthRequest                   struct{ request }
	CatIndicesRequest                  struct{ request }
	CatNodesRequest                    struct{ request }
	CatShardsRequest                   struct{ request }
	ClearScrollRequest                 struct{ request }
	ClosePointInTimeRequest            struct{ request }
	ClusterGetSettingsRequest          struct{ request }
	ClusterHealthRequest               struct{ request }
	ClusterPutComponentTemplateRequest struct{ request }
	ClusterPutSettingsRequest          struct{ request }
	ClusterStateRequest                struct{ request }
	ClusterStatsRequest                struct{ request }
	CountRequest                       struct{ request }
	CreateRequest                      struct{ request }
	DeleteRequest                      struct{ request }
	DeleteByQueryRequest               struct{ request }
	DeleteScriptRequest                struct{ request }
	ExplainRequest                     struct{ request }
	FieldCapsRequest                   struct{ request }
	GetRequest                         struct{ request }
	GetSourceRequest                   struct{ request }
	ILMDeleteLifecycleRequest          struct{ request }
	ILMGetLifecycleRequest             struct{ request }
	ILMPutLifecycleRequest             struct{ request }
	IndexRequest                       struct{ request }
	IndicesAnalyzeRequest              struct{ request }
	IndicesCloseRequest                struct{ request }
	IndicesCreateRequest               struct{ request }
	IndicesDeleteRequest               struct{ request }
	IndicesDeleteIndexTemplateRequest  struct{ request }
	IndicesFlushRequest                struct{ request }
	IndicesForcemergeRequest           struct{ request }
	IndicesGetRequest                  struct{ request }
	IndicesGetAliasRequest             struct{ request }
	IndicesGetIndexTemplateRequest     struct{ request }
	IndicesGetMappingRequest           struct{ request }
	IndicesGetSettingsRequest          struct{ request }
	IndicesOpenRequest                 struct{ request }
	IndicesPutAliasRequest             struct{ request }
	IndicesPutIndexTemplateRequest     struct{ request }
	IndicesPutMappingRequest           struct{ request }
	IndicesPutSettingsRequest          struct{ request }
	IndicesPutTemplateRequest          struct{ request }
	IndicesRefreshRequest              struct{ request }
	IndicesRolloverRequest             struct{ request }
	IndicesStatsRequest                struct{ request }
	IndicesUpdateAliasesRequest        struct{ request }
	InfoRequest                        struct{ request }
	IngestDeletePipelineRequest        struct{ request }
	IngestGetPipelineRequest           struct{ request }
	IngestPutPipelineRequest           struct{ request }
	MgetRequest                        struct{ request }
	MsearchRequest                     struct{ request }
	NodesInfoRequest                   struct{ request }
	NodesStatsRequest                  struct{ request }
	OpenPointInTimeRequest             struct{ request }
	PutScriptRequest                   struct{ request }
	ReindexRequest                     struct{ request }
	ScrollRequest                      struct{ request }
	SearchRequest                      struct{ request }
	SearchTemplateRequest              struct{ request }
	SnapshotCreateRequest              struct{ request }
	SnapshotCreateRepositoryRequest    struct{ request }
	SnapshotDeleteRequest              struct{ request }
	SnapshotGetRequest                 struct{ request }
	SnapshotGetRepositoryRequest       struct{ request }
	SnapshotRestoreRequest             struct{ request }
	TasksGetRequest                    struct{ request }
	TasksListRequest                   struct{ request }
	UpdateRequest                      struct{ request }
	UpdateByQueryRequest               struct{ request }
)

// note: what is asked by HEAD has no body: Ping and all that is called Exists.
type API struct {
	Cat      *Cat
	Cluster  *Cluster
	ILM      *ILM
	Indices  *Indices
	Ingest   *Ingest
	Nodes    *Nodes
	Snapshot *Snapshot
	Tasks    *Tasks
}
type Cat struct{}
type Cluster struct{}
type ILM struct{}
type Indices struct{}
type Ingest struct{}
type Nodes struct{}
type Snapshot struct{}
type Tasks struct{}

func New(transport Transport) *API
func (a *API) Bulk(body io.Reader, o ...any) (res *Response, err error)                          //: own res.Body; context o
func (a *API) ClearScroll(o ...any) (res *Response, err error)                                   //: own res.Body; context o
func (a *API) ClosePointInTime(o ...any) (res *Response, err error)                              //: own res.Body; context o
func (a *API) Count(o ...any) (res *Response, err error)                                         //: own res.Body; context o
func (a *API) Create(index, id string, body io.Reader, o ...any) (res *Response, err error)      //: own res.Body; context o
func (a *API) Delete(index, id string, o ...any) (res *Response, err error)                      //: own res.Body; context o
func (a *API) DeleteByQuery(index []string, body io.Reader, o ...any) (res *Response, err error) //: own res.Body; context o
func (a *API) DeleteScript(id string, o ...any) (res *Response, err error)                       //: own res.Body; context o
func (a *API) Exists(index, id string, o ...any) (res *Response, err error)
func (a *API) Explain(index, id string, o ...any) (res *Response, err error)                         //: own res.Body; context o
func (a *API) FieldCaps(o ...any) (res *Response, err error)                                         //: own res.Body; context o
func (a *API) Get(index, id string, o ...any) (res *Response, err error)                             //: own res.Body; context o
func (a *API) GetSource(index, id string, o ...any) (res *Response, err error)                       //: own res.Body; context o
func (a *API) Index(index string, body io.Reader, o ...any) (res *Response, err error)               //: own res.Body; context o
func (a *API) Info(o ...any) (res *Response, err error)                                              //: own res.Body; context o
func (a *API) Mget(body io.Reader, o ...any) (res *Response, err error)                              //: own res.Body; context o
func (a *API) Msearch(body io.Reader, o ...any) (res *Response, err error)                           //: own res.Body; context o
func (a *API) OpenPointInTime(index []string, keepAlive string, o ...any) (res *Response, err error) //: own res.Body; context o
func (a *API) Ping(o ...any) (res *Response, err error)
func (a *API) PutScript(id string, body io.Reader, o ...any) (res *Response, err error)                  //: own res.Body; context o
func (a *API) Reindex(body io.Reader, o ...any) (res *Response, err error)                               //: own res.Body; context o
func (a *API) Scroll(o ...any) (res *Response, err error)                                                //: own res.Body; context o
func (a *API) Search(o ...any) (res *Response, err error)                                                //: own res.Body; context o
func (a *API) SearchTemplate(body io.Reader, o ...any) (res *Response, err error)                        //: own res.Body; context o
func (a *API) Update(index, id string, body io.Reader, o ...any) (res *Response, err error)              //: own res.Body; context o
func (a *API) UpdateByQuery(index []string, o ...any) (res *Response, err error)                         //: own res.Body; context o
func (a *Cat) Aliases(o ...any) (res *Response, err error)                                               //: own res.Body; context o
func (a *Cat) Count(o ...any) (res *Response, err error)                                                 //: own res.Body; context o
func (a *Cat) Health(o ...any) (res *Response, err error)                                                //: own res.Body; context o
func (a *Cat) Indices(o ...any) (res *Response, err error)                                               //: own res.Body; context o
func (a *Cat) Nodes(o ...any) (res *Response, err error)                                                 //: own res.Body; context o
func (a *Cat) Shards(o ...any) (res *Response, err error)                                                //: own res.Body; context o
func (a *Cluster) GetSettings(o ...any) (res *Response, err error)                                       //: own res.Body; context o
func (a *Cluster) Health(o ...any) (res *Response, err error)                                            //: own res.Body; context o
func (a *Cluster) PutComponentTemplate(name string, body io.Reader, o ...any) (res *Response, err error) //: own res.Body; context o
func (a *Cluster) PutSettings(body io.Reader, o ...any) (res *Response, err error)                       //: own res.Body; context o
func (a *Cluster) State(o ...any) (res *Response, err error)                                             //: own res.Body; context o
func (a *Cluster) Stats(o ...any) (res *Response, err error)                                             //: own res.Body; context o
func (a *ILM) DeleteLifecycle(policy string, o ...any) (res *Response, err error)                        //: own res.Body; context o
func (a *ILM) GetLifecycle(o ...any) (res *Response, err error)                                          //: own res.Body; context o
func (a *ILM) PutLifecycle(policy string, o ...any) (res *Response, err error)                           //: own res.Body; context o
func (a *Indices) Analyze(o ...any) (res *Response, err error)                                           //: own res.Body; context o
func (a *Indices) Close(index []string, o ...any) (res *Response, err error)                             //: own res.Body; context o
func (a *Indices) Create(index string, o ...any) (res *Response, err error)                              //: own res.Body; context o
func (a *Indices) Delete(index []string, o ...any) (res *Response, err error)                            //: own res.Body; context o
func (a *Indices) DeleteIndexTemplate(name string, o ...any) (res *Response, err error)                  //: own res.Body; context o
func (a *Indices) Exists(index []string, o ...any) (res *Response, err error)
func (a *Indices) ExistsAlias(name []string, o ...any) (res *Response, err error)
func (a *Indices) ExistsIndexTemplate(name string, o ...any) (res *Response, err error)
func (a *Indices) Flush(o ...any) (res *Response, err error)                                                //: own res.Body; context o
func (a *Indices) Forcemerge(o ...any) (res *Response, err error)                                           //: own res.Body; context o
func (a *Indices) Get(index []string, o ...any) (res *Response, err error)                                  //: own res.Body; context o
func (a *Indices) GetAlias(o ...any) (res *Response, err error)                                             //: own res.Body; context o
func (a *Indices) GetIndexTemplate(o ...any) (res *Response, err error)                                     //: own res.Body; context o
func (a *Indices) GetMapping(o ...any) (res *Response, err error)                                           //: own res.Body; context o
func (a *Indices) GetSettings(o ...any) (res *Response, err error)                                          //: own res.Body; context o
func (a *Indices) Open(index []string, o ...any) (res *Response, err error)                                 //: own res.Body; context o
func (a *Indices) PutAlias(index []string, name string, o ...any) (res *Response, err error)                //: own res.Body; context o
func (a *Indices) PutIndexTemplate(name string, body io.Reader, o ...any) (res *Response, err error)        //: own res.Body; context o
func (a *Indices) PutMapping(o ...any) (res *Response, err error)                                           //: own res.Body; context o
func (a *Indices) PutSettings(body io.Reader, o ...any) (res *Response, err error)                          //: own res.Body; context o
func (a *Indices) PutTemplate(name string, body io.Reader, o ...any) (res *Response, err error)             //: own res.Body; context o
func (a *Indices) Refresh(o ...any) (res *Response, err error)                                              //: own res.Body; context o
func (a *Indices) Rollover(alias string, o ...any) (res *Response, err error)                               //: own res.Body; context o
func (a *Indices) Stats(o ...any) (res *Response, err error)                                                //: own res.Body; context o
func (a *Indices) UpdateAliases(body io.Reader, o ...any) (res *Response, err error)                        //: own res.Body; context o
func (a *Ingest) DeletePipeline(id string, o ...any) (res *Response, err error)                             //: own res.Body; context o
func (a *Ingest) GetPipeline(o ...any) (res *Response, err error)                                           //: own res.Body; context o
func (a *Ingest) PutPipeline(id string, body io.Reader, o ...any) (res *Response, err error)                //: own res.Body; context o
func (a *Nodes) Info(o ...any) (res *Response, err error)                                                   //: own res.Body; context o
func (a *Nodes) Stats(o ...any) (res *Response, err error)                                                  //: own res.Body; context o
func (a *Snapshot) Create(repository, snapshot string, o ...any) (res *Response, err error)                 //: own res.Body; context o
func (a *Snapshot) CreateRepository(repository string, body io.Reader, o ...any) (res *Response, err error) //: own res.Body; context o
func (a *Snapshot) Delete(repository string, snapshot []string, o ...any) (res *Response, err error)        //: own res.Body; context o
func (a *Snapshot) Get(repository string, snapshot []string, o ...any) (res *Response, err error)           //: own res.Body; context o
func (a *Snapshot) GetRepository(o ...any) (res *Response, err error)                                       //: own res.Body; context o
func (a *Snapshot) Restore(repository, snapshot string, o ...any) (res *Response, err error)                //: own res.Body; context o
func (a *Tasks) Get(task string, o ...any) (res *Response, err error)                                       //: own res.Body; context o
func (a *Tasks) List(o ...any) (res *Response, err error)                                                   //: own res.Body; context o
