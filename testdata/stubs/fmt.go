// fmt: what Errorf returns is not nil.
package p

import (
	"fmt"
	"io"
	"net/http"
)

// The deferred literal closes wherever an error is returned.
func open(link string) (body io.ReadCloser, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, fmt.Errorf("get %s: %w", link, err)
	}
	defer func() {
		if err != nil {
			resp.Body.Close()
		}
	}()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %s", resp.Status)
	}
	return resp.Body, nil
}

// What is printed is still open.
func prints(link string) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	_, err = fmt.Printf("%+v\n", resp)
	return err
}
