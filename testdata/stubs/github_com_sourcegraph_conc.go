// conc: a group calls each function that it is given.
package p

import (
	"io"
	"net/http"

	"github.com/sourcegraph/conc"
)

func read(resp *http.Response) error {
	_, err := io.Copy(io.Discard, resp.Body)
	return err
}

func closedByATask(links []string) error {
	var group conc.WaitGroup
	for _, link := range links {
		resp, err := http.Get(link)
		if err != nil {
			return err
		}
		group.Go(func() {
			defer resp.Body.Close()
			read(resp)
		})
	}
	group.Wait()
	return nil
}

func forgottenByATask(link string) error {
	var group conc.WaitGroup
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	group.Go(func() {
		read(resp)
	})
	group.Wait()
	return nil
}
