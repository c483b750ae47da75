// Package shop uses another package of its module.
package shop

import (
	"context"
	"encoding/json"

	api "example.com/shop/internal/rest"
)

type shop struct{ *api.Client }

func (s shop) price(ctx context.Context, id string) (price int, err error) {
	resp, err := s.Get(ctx, "/price/"+id) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	if err := json.NewDecoder(resp.Body).Decode(&price); err != nil { // via `when this is true`
		return 0, err // via `returns with the body open`
	}
	api.Finish(resp)
	return price, nil
}

func (s shop) priceClosed(ctx context.Context, id string) (price int, err error) {
	resp, err := s.Client.Get(ctx, "/price/"+id)
	if err != nil {
		return 0, err
	}
	defer api.Finish(resp)
	return price, json.NewDecoder(resp.Body).Decode(&price)
}

func (s shop) name(ctx context.Context, id string) (string, error) {
	return s.Text(ctx, "/name/"+id)
}

func checked(ctx context.Context, c *api.Client) error {
	resp, err := c.Get(ctx, "/")
	if err != nil {
		return err
	}
	if err := api.Check(resp); err != nil {
		return err
	}
	return resp.Body.Close()
}

func checkedForgets(ctx context.Context, c *api.Client) (int64, error) {
	resp, err := c.Get(ctx, "/") // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	if err := api.Check(resp); err != nil { // via `when this is false`
		return 0, err
	}
	return resp.ContentLength, nil // via `returns with the body open`
}

func drained(ctx context.Context, c *api.Client) error {
	resp, err := c.Get(ctx, "/") // want `never-closed`
	if err != nil {
		return err
	}
	api.Drain(resp)
	return nil
}

func discarded(ctx context.Context, c *api.Client) error {
	_, err := c.Get(ctx, "/ping") // want `discarded-response`
	return err
}
