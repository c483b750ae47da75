package shop_test

import (
	"net/http"
	"testing"

	"example.com/shop/internal/rest"
)

func TestGet(t *testing.T) {
	c := rest.Client{HTTP: http.DefaultClient, Base: "http://127.0.0.1:1"}
	resp, err := c.Get(t.Context(), "/") // want `leaks-on-path`
	if err != nil {
		t.Skip(err)
	}
	if rest.Check(resp) == nil {
		t.Log("unexpected")
	}
}

func TestText(t *testing.T) {
	c := &rest.Client{HTTP: http.DefaultClient, Base: "http://127.0.0.1:1"}
	if _, err := c.Text(t.Context(), "/"); err == nil {
		t.Error("nobody listens there")
	}
}
