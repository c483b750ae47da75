// singleflight: one call at a time for each key; what it returns is given to all who asked.
package p

import (
	"io"
	"net/http"

	"golang.org/x/sync/singleflight"
)

var group singleflight.Group

func forgets(link string) (int, error) {
	var resp *http.Response
	_, err, _ := group.Do(link, func() (any, error) {
		var err error
		resp, err = http.Get(link) // want `never-closed`
		return nil, err
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func text(link string) ([]byte, error) {
	var resp *http.Response
	_, err, _ := group.Do(link, func() (any, error) {
		var err error
		resp, err = http.Get(link)
		return nil, err
	})
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func closedByTheCall(link string) (<-chan singleflight.Result, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return group.DoChan(link, func() (any, error) {
		defer resp.Body.Close()
		return io.ReadAll(resp.Body)
	}), nil
}
