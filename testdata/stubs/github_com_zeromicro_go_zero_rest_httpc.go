// httpc: hands responses over; Parse closes them, ParseHeaders does not.
package p

import (
	"context"
	"net/http"

	"github.com/zeromicro/go-zero/rest/httpc"
)

func parsed(ctx context.Context, link string, v any) error {
	resp, err := httpc.Do(ctx, http.MethodGet, link, nil)
	if err != nil {
		return err
	}
	return httpc.Parse(resp, v)
}

func parsedBody(req *http.Request, v any) error {
	resp, err := httpc.DoRequest(req)
	if err != nil {
		return err
	}
	return httpc.ParseJsonBody(resp, v)
}

func cancelled(link string) (int, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	resp, err := httpc.Do(ctx, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func headers(ctx context.Context, link string, v any) error {
	resp, err := httpc.NewService("a").Do(ctx, http.MethodGet, link, nil) // want `never-closed`
	if err != nil {
		return err
	}
	return httpc.ParseHeaders(resp, v)
}

func do(ctx context.Context, link string) (int, error) {
	resp, err := httpc.Do(ctx, http.MethodGet, link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func doRequest(req *http.Request) (int, error) {
	resp, err := httpc.DoRequest(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func doRequestOfService(s httpc.Service, req *http.Request) (int, error) {
	resp, err := s.DoRequest(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
