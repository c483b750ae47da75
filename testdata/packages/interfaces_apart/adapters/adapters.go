// Package adapters implements them.
package adapters

import (
	"net/http"

	"example.com/ports/ports"
)

type Web struct{ Base string }

var _ ports.Opener = (*Web)(nil)

func (w *Web) Open(name string) (*http.Response, error) { return http.Get(w.Base + name) }

type Trash struct{}

func (Trash) Accept(resp *http.Response) error { return resp.Body.Close() }

type Console struct{}

func (Console) View(resp *http.Response) string { return resp.Status }
