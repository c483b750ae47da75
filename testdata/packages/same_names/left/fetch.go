// Package left hands over.
package left

import "net/http"

type Client struct{}

func (Client) Fetch(link string) (*http.Response, error) { return http.Get(link) }

func Release(resp *http.Response) { println(resp.StatusCode) }
