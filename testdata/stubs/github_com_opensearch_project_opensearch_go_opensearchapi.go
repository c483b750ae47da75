// opensearchapi: each answer has a body that has to be closed; printing an answer closes it.
package p

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/opensearch-project/opensearch-go"
	"github.com/opensearch-project/opensearch-go/opensearchapi"
)

func requestForgets(ctx context.Context, search *opensearch.Client) (bool, error) {
	res, err := opensearchapi.SearchRequest{}.Do(ctx, search) // want `never-closed`
	if err != nil {
		return false, err
	}
	return res.IsError(), nil
}

func statusForgets(ctx context.Context, transport opensearchapi.Transport) (string, error) {
	req := opensearchapi.IndicesCreateRequest{}
	res, err := req.Do(ctx, transport) // want `leaks-on-path`
	if err != nil {
		return "", err
	}
	if res.IsError() { // via `when this is true`
		return "", fmt.Errorf("status %d", res.StatusCode) // via `returns with the body open`
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	return string(body), err
}

func performForgets(transport opensearchapi.Transport, req *http.Request) (int, error) {
	resp, err := transport.Perform(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The request has no other body than that of its caller.
func performSends(client *http.Client, transport opensearchapi.Transport, link string) error {
	source, err := client.Get(link)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPost, "/_bulk", source.Body)
	if err != nil {
		source.Body.Close()
		return err
	}
	resp, err := transport.Perform(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func wrapped(search *opensearch.Client) (*opensearchapi.Response, error) {
	return search.Info()
}

func callerForgets(search *opensearch.Client) (bool, error) {
	res, err := wrapped(search) // want `never-closed`
	if err != nil {
		return false, err
	}
	return res.IsError(), nil
}

func closes(search *opensearch.Client, body io.Reader) error {
	res, err := search.Index("birds", body, search.Index.WithRefresh("true"))
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.IsError() {
		return fmt.Errorf("status %d", res.StatusCode)
	}
	return nil
}

func asText(search *opensearch.Client) (string, error) {
	res, err := search.Cat.Health()
	if err != nil {
		return "", err
	}
	return res.String(), nil
}

func prints(search *opensearch.Client) {
	fmt.Println(search.Info())
	res, err := search.Indices.Get([]string{"birds"})
	fmt.Printf("answer %v, error %v", res, err)
}

// The body is printed, not the answer.
func printsBody(search *opensearch.Client) {
	res, err := search.Info() // want `never-closed`
	if err == nil {
		fmt.Println(res.StatusCode, res.Body)
	}
}

func inTime(ctx context.Context, search *opensearch.Client) (bool, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	res, err := search.Search(search.Search.WithIndex("birds"), search.Search.WithContext(ctx))
	if err != nil {
		return false, err
	}
	return res.IsError(), nil
}

// HEAD has no body.
func isThere(search *opensearch.Client) (bool, error) {
	res, err := search.Indices.Exists([]string{"birds"})
	if err != nil {
		return false, err
	}
	return res.StatusCode == 200, nil
}

// Each call by itself.
func discards(search *opensearch.Client, body io.Reader) {
	search.Bulk(body)                                  // want `discarded-response`
	search.ClearScroll()                               // want `discarded-response`
	search.ClosePointInTime()                          // want `discarded-response`
	search.Count()                                     // want `discarded-response`
	search.Create("birds", "birds", body)              // want `discarded-response`
	search.Delete("birds", "birds")                    // want `discarded-response`
	search.DeleteByQuery(nil, body)                    // want `discarded-response`
	search.Explain("birds", "birds")                   // want `discarded-response`
	search.FieldCaps()                                 // want `discarded-response`
	search.Get("birds", "birds")                       // want `discarded-response`
	search.GetSource("birds", "birds")                 // want `discarded-response`
	search.Index("birds", body)                        // want `discarded-response`
	search.Info()                                      // want `discarded-response`
	search.Mget(body)                                  // want `discarded-response`
	search.Msearch(body)                               // want `discarded-response`
	search.OpenPointInTime(nil, "birds")               // want `discarded-response`
	search.PutScript("birds", body)                    // want `discarded-response`
	search.Reindex(body)                               // want `discarded-response`
	search.Scroll()                                    // want `discarded-response`
	search.Search()                                    // want `discarded-response`
	search.SearchTemplate(body)                        // want `discarded-response`
	search.Update("birds", "birds", body)              // want `discarded-response`
	search.UpdateByQuery(nil)                          // want `discarded-response`
	search.Cat.Aliases()                               // want `discarded-response`
	search.Cat.Count()                                 // want `discarded-response`
	search.Cat.Health()                                // want `discarded-response`
	search.Cat.Indices()                               // want `discarded-response`
	search.Cat.Nodes()                                 // want `discarded-response`
	search.Cat.Shards()                                // want `discarded-response`
	search.Cluster.GetSettings()                       // want `discarded-response`
	search.Cluster.Health()                            // want `discarded-response`
	search.Cluster.PutComponentTemplate("birds", body) // want `discarded-response`
	search.Cluster.PutSettings(body)                   // want `discarded-response`
	search.Cluster.State()                             // want `discarded-response`
	search.Cluster.Stats()                             // want `discarded-response`
	search.Indices.Analyze()                           // want `discarded-response`
	search.Indices.Close(nil)                          // want `discarded-response`
	search.Indices.Create("birds")                     // want `discarded-response`
	search.Indices.Delete(nil)                         // want `discarded-response`
	search.Indices.DeleteIndexTemplate("birds")        // want `discarded-response`
	search.Indices.Flush()                             // want `discarded-response`
	search.Indices.Forcemerge()                        // want `discarded-response`
	search.Indices.Get(nil)                            // want `discarded-response`
	search.Indices.GetAlias()                          // want `discarded-response`
	search.Indices.GetIndexTemplate()                  // want `discarded-response`
	search.Indices.GetMapping()                        // want `discarded-response`
	search.Indices.GetSettings()                       // want `discarded-response`
	search.Indices.Open(nil)                           // want `discarded-response`
	search.Indices.PutAlias(nil, "birds")              // want `discarded-response`
	search.Indices.PutIndexTemplate("birds", body)     // want `discarded-response`
	search.Indices.PutMapping()                        // want `discarded-response`
	search.Indices.PutSettings(body)                   // want `discarded-response`
	search.Indices.PutTemplate("birds", body)          // want `discarded-response`
	search.Indices.Refresh()                           // want `discarded-response`
	search.Indices.Rollover("birds")                   // want `discarded-response`
	search.Indices.Stats()                             // want `discarded-response`
	search.Indices.UpdateAliases(body)                 // want `discarded-response`
	search.Ingest.DeletePipeline("birds")              // want `discarded-response`
	search.Ingest.GetPipeline()                        // want `discarded-response`
	search.Ingest.PutPipeline("birds", body)           // want `discarded-response`
	search.Nodes.Info()                                // want `discarded-response`
	search.Nodes.Stats()                               // want `discarded-response`
	search.Snapshot.Create("birds", "birds")           // want `discarded-response`
	search.Snapshot.CreateRepository("birds", body)    // want `discarded-response`
	search.Snapshot.Delete("birds", nil)               // want `discarded-response`
	search.Snapshot.Get("birds", nil)                  // want `discarded-response`
	search.Snapshot.GetRepository()                    // want `discarded-response`
	search.Snapshot.Restore("birds", "birds")          // want `discarded-response`
	search.Tasks.Get("birds")                          // want `discarded-response`
	search.Tasks.List()                                // want `discarded-response`
}
