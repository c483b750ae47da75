// Package ports declares what others implement.
package ports

import "net/http"

type Opener interface {
	Open(name string) (*http.Response, error)
}

type Sink interface {
	Accept(resp *http.Response) error
}

type Viewer interface {
	View(resp *http.Response) string
}
