// runtime: Goexit ends the goroutine, and a cleanup has what it is given.
package p

import (
	"net/http"
	"runtime"
)

type page struct{ status int }

func exits(link string) {
	resp, err := http.Get(link)
	if err != nil {
		runtime.Goexit()
	}
	if resp.StatusCode == http.StatusOK {
		resp.Body.Close()
		return
	}
	runtime.Goexit()
}

// The body is closed when the page is gone.
func cleaned(link string) (*page, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	made := &page{resp.StatusCode}
	runtime.AddCleanup(made, func(resp *http.Response) { resp.Body.Close() }, resp)
	return made, nil
}

func forgets(link string) (*page, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	made := &page{resp.StatusCode}
	runtime.KeepAlive(resp)
	return made, nil
}
