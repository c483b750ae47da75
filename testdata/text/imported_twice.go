package text

import (
	"net/http"
	. "net/http"
)

type asks func(c *Client, link string) (*Response, error)

type asker struct{ ask asks }

func (a asker) asks() asks {
	if a.ask == nil {
		return (*Client).Get
	}
	return a.ask
}

// The type of the function is written with the second import.
func twice(a asker, link string) int {
	resp, err := a.asks()(http.DefaultClient, link) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}
