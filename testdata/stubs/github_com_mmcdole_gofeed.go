// gofeed: a parser reads, and closes nothing.
package p

import (
	"net/http"

	"github.com/mmcdole/gofeed"
)

func forgets(link string) (*gofeed.Feed, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return gofeed.NewParser().Parse(resp.Body)
}

func closes(link string) (*gofeed.Feed, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return gofeed.NewParser().Parse(resp.Body)
}
