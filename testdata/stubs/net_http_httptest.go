// httptest: a request has its body, and what a recorder has recorded needs no close.
package p

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
)

func recorded(handler http.Handler) int {
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, "/", nil))
	return recorder.Result().StatusCode
}

func serverForgets(handler http.Handler) (int, error) {
	server := httptest.NewServer(handler)
	defer server.Close()
	resp, err := server.Client().Get(server.URL) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// What is sent on is closed by the one that sends it.
func forwards(client *http.Client, link string) (*http.Response, error) {
	resp, err := client.Get(link)
	if err != nil {
		return nil, err
	}
	return client.Do(httptest.NewRequest(http.MethodPost, link, resp.Body))
}

func cancelled(ctx context.Context, client *http.Client, link string) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	resp, err := client.Do(httptest.NewRequestWithContext(ctx, http.MethodGet, link, nil))
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The server has the body from here on.
func serves(link string) (*httptest.Server, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.Copy(w, resp.Body)
		resp.Body.Close()
	})), nil
}

// A request for tests is never nil.
func closes(client *http.Client, link string) (status int, err error) {
	resp, err := client.Get(link)
	if err != nil {
		return 0, err
	}
	if req := httptest.NewRequest(http.MethodGet, link, nil); req != nil {
		status = resp.StatusCode
		err = resp.Body.Close()
	}
	return status, err
}

func TestHead(t *testing.T) {
	req := httptest.NewRequest(http.MethodHead, "/", nil)
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	t.Log(resp.Status)
}
