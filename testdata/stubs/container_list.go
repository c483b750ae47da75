// container/list: an element has what is pushed.
package p

import (
	"container/list"
	"net/http"
)

// What is stored is not followed further.
func stored(all *list.List, link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	all.PushBack(resp)
	return nil
}

func statusStored(all *list.List, link string) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	all.PushBack(status(resp))
	return nil
}

func closed(all *list.List, link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	all.PushBack(status(resp))
	return resp.Body.Close()
}

func status(resp *http.Response) int { return resp.StatusCode }
