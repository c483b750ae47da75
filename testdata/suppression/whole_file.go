//nolint:bodyclose // everything in this file is closed by the pool
package p

import "net/http"

func first(link string) {
	resp, _ := http.Get(link)
	_ = resp
}

func second(link string) error {
	_, err := http.Get(link)
	return err
}
