// time: the function of AfterFunc is called unless the timer is stopped, which is not followed.
package p

import (
	"net/http"
	"time"
)

func closesLater(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	time.AfterFunc(time.Minute, func() { resp.Body.Close() })
	return nil
}

func forgets(link string) (time.Duration, error) {
	start := time.Now()
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	println(resp.Status)
	return time.Since(start), nil
}
