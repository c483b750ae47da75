// conc/pool: a pool calls each function that it is given.
package p

import (
	"io"
	"net/http"

	"github.com/sourcegraph/conc/pool"
)

func read(resp *http.Response) error {
	_, err := io.Copy(io.Discard, resp.Body)
	return err
}

func closedByATask(links []string) error {
	group := pool.New().WithErrors().WithMaxGoroutines(4)
	for _, link := range links {
		resp, err := http.Get(link)
		if err != nil {
			return err
		}
		group.Go(func() error {
			defer resp.Body.Close()
			return read(resp)
		})
	}
	return group.Wait()
}

func forgottenByATask(link string) error {
	group := pool.New().WithErrors().WithMaxGoroutines(4)
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	group.Go(func() error {
		return read(resp)
	})
	return group.Wait()
}

// The group hands out the error of its only literal.
func filledByATask(link string) (int, error) {
	group := pool.New().WithErrors()
	var resp *http.Response
	group.Go(func() (err error) {
		resp, err = http.Get(link)
		return err
	})
	if err := group.Wait(); err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}
