// Package inner opens and shuts.
package inner

import "net/http"

func Open(link string) (*http.Response, error) { return http.Get(link) }

func Shut(resp *http.Response) error { return resp.Body.Close() }

func ping(link string) bool {
	_, err := Open(link) // want `discarded-response`
	return err == nil
}
