// Package rest talks to the shop.
package rest

import (
	"context"
	"errors"
	"io"
	"net/http"
)

// Client is a client of the shop.
type Client struct {
	HTTP *http.Client
	Base string
}

// Get hands over an open response.
func (c *Client) Get(ctx context.Context, path string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.Base+path, nil)
	if err != nil {
		return nil, err
	}
	return c.HTTP.Do(req)
}

// Text reads and closes.
func (c *Client) Text(ctx context.Context, path string) (string, error) {
	resp, err := c.Get(ctx, path)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	return string(text), err
}

// Exists forgets the body.
func (c *Client) Exists(ctx context.Context, path string) bool {
	resp, err := c.Get(ctx, path) // want `never-closed`
	return err == nil && resp.StatusCode == http.StatusOK
}

// Check closes the body of a bad answer.
func Check(resp *http.Response) error {
	if resp.StatusCode < 300 {
		return nil
	}
	resp.Body.Close()
	return errors.New(resp.Status)
}

// Drain reads the rest and leaves it open.
func Drain(resp *http.Response) { io.Copy(io.Discard, resp.Body) }

// Finish reads the rest and closes.
func Finish(resp *http.Response) {
	Drain(resp)
	resp.Body.Close()
}
