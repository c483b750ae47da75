// The HTTP client of the AWS library: it hands over open responses.
package p

import (
	"context"
	"io"
	"net/http"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
)

func forgets(client *awshttp.BuildableClient, req *http.Request) ([]byte, error) {
	resp, err := client.Do(req) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func closes(client *awshttp.BuildableClient, req *http.Request) ([]byte, error) {
	resp, err := client.WithTimeout(0).Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func cancelled(ctx context.Context, client *awshttp.BuildableClient, link string) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := client.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// What is sent on is closed by the one that sends it.
func forwards(client *awshttp.BuildableClient, link, to string) (*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest(http.MethodPost, to, resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	return client.Do(req)
}
