// sync: Once and WaitGroup call their functions, Map and Pool have what they are given.
package p

import (
	"io"
	"net/http"
	"sync"
)

func onceForgets(link string) (int, error) {
	var once sync.Once
	var resp *http.Response
	var err error
	once.Do(func() {
		resp, err = http.Get(link) // want `never-closed`
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func closedByATask(link string) error {
	var group sync.WaitGroup
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	group.Go(func() {
		defer resp.Body.Close()
		io.Copy(io.Discard, resp.Body)
	})
	group.Wait()
	return nil
}

// What is stored is not followed further.
func stored(all *sync.Map, link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	all.Store(link, resp)
	return nil
}

// The function that is returned has the body; whether it is called is up to the caller.
func closer(link string) (func(), error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return sync.OnceFunc(func() { resp.Body.Close() }), nil
}
