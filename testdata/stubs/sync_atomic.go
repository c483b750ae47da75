// sync/atomic: the variable has what is stored.
package p

import (
	"net/http"
	"sync/atomic"
)

// What is stored is not followed further.
func stored(last *atomic.Value, link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	last.Store(resp)
	return nil
}

func statusStored(last *atomic.Value, link string) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	last.Store(status(resp))
	return nil
}

func closed(last *atomic.Value, link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	last.Store(status(resp))
	return resp.Body.Close()
}

func status(resp *http.Response) int { return resp.StatusCode }
