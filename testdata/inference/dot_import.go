// A dot import.
package p

import (
	"io"
	. "net/http"
)

func bare(link string) (int, error) {
	resp, err := Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func bareClosed(link string) ([]byte, error) {
	resp, err := Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func bareClient(hc *Client, req *Request) (*Response, error) {
	return hc.Do(req)
}

func bareDefault(link string) error {
	_, err := DefaultClient.Get(link) // want `discarded-response`
	return err
}

func bareWrapped(hc *Client, req *Request) (int, error) {
	resp, err := bareClient(hc, req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Get of the function literal hides the imported one.
func bareShadowed(link string) (int, error) {
	Get := func(string) (int, error) { return len(link), nil }
	n, err := Get(link)
	return n, err
}
