// esapi: each answer has a body that has to be closed; printing an answer closes it.
package p

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/elastic/go-elasticsearch/v8"
	"github.com/elastic/go-elasticsearch/v8/esapi"
)

func requestForgets(ctx context.Context, es *elasticsearch.Client) (bool, error) {
	res, err := esapi.SearchRequest{}.Do(ctx, es) // want `never-closed`
	if err != nil {
		return false, err
	}
	return res.IsError(), nil
}

func statusForgets(ctx context.Context, transport esapi.Transport) (string, error) {
	req := esapi.IndicesCreateRequest{}
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

func performForgets(transport esapi.Transport, req *http.Request) (int, error) {
	resp, err := transport.Perform(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The request has no other body than that of its caller.
func performSends(client *http.Client, transport esapi.Transport, link string) error {
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

func wrapped(es *elasticsearch.Client) (*esapi.Response, error) {
	return es.Info()
}

func callerForgets(es *elasticsearch.Client) (bool, error) {
	res, err := wrapped(es) // want `never-closed`
	if err != nil {
		return false, err
	}
	return res.IsError(), nil
}

func closes(es *elasticsearch.Client, body io.Reader) error {
	res, err := es.Index("birds", body, es.Index.WithRefresh("true"))
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.IsError() {
		return fmt.Errorf("status %d", res.StatusCode)
	}
	return nil
}

func asText(es *elasticsearch.Client) (string, error) {
	res, err := es.Cat.Health()
	if err != nil {
		return "", err
	}
	return res.String(), nil
}

func prints(es *elasticsearch.Client) {
	fmt.Println(es.Info())
	res, err := es.Indices.Get([]string{"birds"})
	fmt.Printf("answer %v, error %v", res, err)
}

// The body is printed, not the answer.
func printsBody(es *elasticsearch.Client) {
	res, err := es.Info() // want `never-closed`
	if err == nil {
		fmt.Println(res.StatusCode, res.Body)
	}
}

func inTime(ctx context.Context, es *elasticsearch.Client) (bool, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	res, err := es.Search(es.Search.WithIndex("birds"), es.Search.WithContext(ctx))
	if err != nil {
		return false, err
	}
	return res.IsError(), nil
}

// HEAD has no body.
func isThere(es *elasticsearch.Client) (bool, error) {
	res, err := es.Indices.Exists([]string{"birds"})
	if err != nil {
		return false, err
	}
	return res.StatusCode == 200, nil
}

// Each call by itself.
func discards(es *elasticsearch.Client, body io.Reader) {
	es.Bulk(body)                                  // want `discarded-response`
	es.ClearScroll()                               // want `discarded-response`
	es.ClosePointInTime()                          // want `discarded-response`
	es.Count()                                     // want `discarded-response`
	es.Create("birds", "birds", body)              // want `discarded-response`
	es.Delete("birds", "birds")                    // want `discarded-response`
	es.DeleteByQuery(nil, body)                    // want `discarded-response`
	es.DeleteScript("birds")                       // want `discarded-response`
	es.Explain("birds", "birds")                   // want `discarded-response`
	es.FieldCaps()                                 // want `discarded-response`
	es.Get("birds", "birds")                       // want `discarded-response`
	es.GetSource("birds", "birds")                 // want `discarded-response`
	es.Index("birds", body)                        // want `discarded-response`
	es.Info()                                      // want `discarded-response`
	es.Mget(body)                                  // want `discarded-response`
	es.Msearch(body)                               // want `discarded-response`
	es.OpenPointInTime(nil, "birds")               // want `discarded-response`
	es.PutScript("birds", body)                    // want `discarded-response`
	es.Reindex(body)                               // want `discarded-response`
	es.Scroll()                                    // want `discarded-response`
	es.Search()                                    // want `discarded-response`
	es.SearchTemplate(body)                        // want `discarded-response`
	es.Update("birds", "birds", body)              // want `discarded-response`
	es.UpdateByQuery(nil)                          // want `discarded-response`
	es.Cat.Aliases()                               // want `discarded-response`
	es.Cat.Count()                                 // want `discarded-response`
	es.Cat.Health()                                // want `discarded-response`
	es.Cat.Indices()                               // want `discarded-response`
	es.Cat.Nodes()                                 // want `discarded-response`
	es.Cat.Shards()                                // want `discarded-response`
	es.Cluster.GetSettings()                       // want `discarded-response`
	es.Cluster.Health()                            // want `discarded-response`
	es.Cluster.PutComponentTemplate("birds", body) // want `discarded-response`
	es.Cluster.PutSettings(body)                   // want `discarded-response`
	es.Cluster.State()                             // want `discarded-response`
	es.Cluster.Stats()                             // want `discarded-response`
	es.ILM.DeleteLifecycle("birds")                // want `discarded-response`
	es.ILM.GetLifecycle()                          // want `discarded-response`
	es.ILM.PutLifecycle("birds")                   // want `discarded-response`
	es.Indices.Analyze()                           // want `discarded-response`
	es.Indices.Close(nil)                          // want `discarded-response`
	es.Indices.Create("birds")                     // want `discarded-response`
	es.Indices.Delete(nil)                         // want `discarded-response`
	es.Indices.DeleteIndexTemplate("birds")        // want `discarded-response`
	es.Indices.Flush()                             // want `discarded-response`
	es.Indices.Forcemerge()                        // want `discarded-response`
	es.Indices.Get(nil)                            // want `discarded-response`
	es.Indices.GetAlias()                          // want `discarded-response`
	es.Indices.GetIndexTemplate()                  // want `discarded-response`
	es.Indices.GetMapping()                        // want `discarded-response`
	es.Indices.GetSettings()                       // want `discarded-response`
	es.Indices.Open(nil)                           // want `discarded-response`
	es.Indices.PutAlias(nil, "birds")              // want `discarded-response`
	es.Indices.PutIndexTemplate("birds", body)     // want `discarded-response`
	es.Indices.PutMapping()                        // want `discarded-response`
	es.Indices.PutSettings(body)                   // want `discarded-response`
	es.Indices.PutTemplate("birds", body)          // want `discarded-response`
	es.Indices.Refresh()                           // want `discarded-response`
	es.Indices.Rollover("birds")                   // want `discarded-response`
	es.Indices.Stats()                             // want `discarded-response`
	es.Indices.UpdateAliases(body)                 // want `discarded-response`
	es.Ingest.DeletePipeline("birds")              // want `discarded-response`
	es.Ingest.GetPipeline()                        // want `discarded-response`
	es.Ingest.PutPipeline("birds", body)           // want `discarded-response`
	es.Nodes.Info()                                // want `discarded-response`
	es.Nodes.Stats()                               // want `discarded-response`
	es.Snapshot.Create("birds", "birds")           // want `discarded-response`
	es.Snapshot.CreateRepository("birds", body)    // want `discarded-response`
	es.Snapshot.Delete("birds", nil)               // want `discarded-response`
	es.Snapshot.Get("birds", nil)                  // want `discarded-response`
	es.Snapshot.GetRepository()                    // want `discarded-response`
	es.Snapshot.Restore("birds", "birds")          // want `discarded-response`
	es.Tasks.Get("birds")                          // want `discarded-response`
	es.Tasks.List()                                // want `discarded-response`
}
