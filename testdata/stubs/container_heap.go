// container/heap: the heap has what is pushed.
package p

import (
	"container/heap"
	"net/http"
)

// What is stored is not followed further.
func stored(all heap.Interface, link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	heap.Push(all, resp)
	return nil
}

func statusStored(all heap.Interface, link string) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	heap.Push(all, status(resp))
	return nil
}

func closed(all heap.Interface, link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	heap.Push(all, status(resp))
	return resp.Body.Close()
}

func status(resp *http.Response) int { return resp.StatusCode }
