// elasticsearch: a client made by its constructors returns open bodies.
package p

import (
	"context"
	"io"
	"net/http"

	"github.com/elastic/go-elasticsearch/v7"
)

func forgets(addresses []string) (bool, error) {
	client, err := elasticsearch.NewClient(elasticsearch.Config{Addresses: addresses})
	if err != nil {
		return false, err
	}
	res, err := client.Info() // want `never-closed`
	if err != nil {
		return false, err
	}
	return res.IsError(), nil
}

func performForgets(client *elasticsearch.Client, req *http.Request) (int, error) {
	resp, err := client.Perform(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func closes(req *http.Request) ([]byte, error) {
	client, err := elasticsearch.NewDefaultClient()
	if err != nil {
		return nil, err
	}
	resp, err := client.Perform(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// What is sent is closed by the transport.
func sends(client *elasticsearch.Client, link string) error {
	source, err := http.Get(link)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPost, "/_bulk", source.Body)
	if err != nil {
		source.Body.Close()
		return err
	}
	resp, err := client.Perform(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func cancelled(client *elasticsearch.Client, req *http.Request) (int, error) {
	ctx, cancel := context.WithCancel(req.Context())
	defer cancel()
	resp, err := client.Perform(req.WithContext(ctx))
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
