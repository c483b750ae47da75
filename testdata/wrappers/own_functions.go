// Functions of the project that return an open response make their callers liable.
package p

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
)

type api struct {
	hc    *http.Client
	base  string
	token string
}

func (a *api) do(ctx context.Context, method, path string, in any) (*http.Response, error) {
	body, err := json.Marshal(in)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, method, a.base+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+a.token)
	return a.hc.Do(req)
}

// Closes the body before it reports a bad status.
func (a *api) doOK(ctx context.Context, method, path string, in any) (*http.Response, error) {
	resp, err := a.do(ctx, method, path, in)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode > 299 {
		defer resp.Body.Close()
		text, _ := io.ReadAll(resp.Body)
		return nil, fmt.Errorf("%s: %s", resp.Status, text)
	}
	return resp, nil
}

// Reports a bad status and keeps the body for itself.
func (a *api) doLeaky(ctx context.Context, method, path string, in any) (*http.Response, error) {
	resp, err := a.do(ctx, method, path, in) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	if resp.StatusCode > 299 { // via `when this is true`
		return nil, errors.New(resp.Status) // via `returns with the body open`
	}
	return resp, nil
}

func (a *api) create(ctx context.Context, v any) error {
	_, err := a.do(ctx, http.MethodPost, "/things", v) // want `discarded-response`
	return err
}

func (a *api) createOK(ctx context.Context, v any) error {
	resp, err := a.doOK(ctx, http.MethodPost, "/things", v)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (a *api) replace(ctx context.Context, v any) (int, error) {
	resp, err := a.doOK(ctx, http.MethodPut, "/things", v) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func (a *api) list(ctx context.Context, out any) error {
	resp, err := a.doLeaky(ctx, http.MethodGet, "/things", nil)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(out)
}

// Reads and closes: the response it returns is a husk.
func (a *api) doRead(ctx context.Context, path string) (*http.Response, []byte, error) {
	resp, err := a.do(ctx, http.MethodGet, path, nil)
	if err != nil {
		return nil, nil, err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	return resp, text, err
}

func (a *api) version(ctx context.Context) (string, error) {
	resp, text, err := a.doRead(ctx, "/version")
	if err != nil {
		return "", err
	}
	return resp.Header.Get("Server") + string(text), nil
}

func (a *api) versionOnly(ctx context.Context) ([]byte, error) {
	_, text, err := a.doRead(ctx, "/version")
	return text, err
}

// The call is spread over lines; it is reported where it starts.
func (a *api) spread(ctx context.Context) (int, error) {
	resp, err := a.
		do( // the name stands on the next line
			ctx, http.MethodGet,
			"/things",
			nil,
		)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}
