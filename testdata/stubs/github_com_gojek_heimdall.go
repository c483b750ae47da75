// heimdall: sends and retries; the response is the caller's.
package p

import (
	"context"
	"io"
	"net/http"

	"github.com/gojek/heimdall/v7"
)

func closed(link string) (int, error) {
	resp, err := heimdall.NewHTTPClient(0).Get(link, nil)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func sent(client heimdall.Client, out *http.Response, link string) error {
	req, err := http.NewRequest(http.MethodPost, link, out.Body)
	if err != nil {
		return err
	}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func forwarded(client heimdall.Client, from, link string) error {
	got, err := http.Get(from)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPost, link, got.Body)
	if err != nil {
		got.Body.Close()
		return err
	}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func cancelled(client heimdall.Client, req *http.Request) (int, error) {
	ctx, cancel := context.WithCancel(req.Context())
	defer cancel()
	resp, err := client.Do(req.WithContext(ctx))
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func doGet(client heimdall.Client, link string, body io.Reader) (int, error) {
	resp, err := client.Get(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func doPost(client heimdall.Client, link string, body io.Reader) (int, error) {
	resp, err := client.Post(link, body, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func doPut(client heimdall.Client, link string, body io.Reader) (int, error) {
	resp, err := client.Put(link, body, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func doPatch(client heimdall.Client, link string, body io.Reader) (int, error) {
	resp, err := client.Patch(link, body, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func doDelete(client heimdall.Client, link string, body io.Reader) (int, error) {
	resp, err := client.Delete(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func do(client heimdall.Client, req *http.Request) (int, error) {
	resp, err := client.Do(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func byDoer(client heimdall.Doer, req *http.Request) (int, error) {
	resp, err := client.Do(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
