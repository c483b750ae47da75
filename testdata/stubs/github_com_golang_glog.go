// glog: Fatal and Exit end the program, every other level goes on.
package p

import (
	"net/http"

	"github.com/golang/glog"
)

func fatalEnds(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		glog.Exitf("no answer: %v", err)
	}
	if resp.StatusCode == http.StatusOK {
		return resp.Body.Close()
	}
	glog.Fatalf("status %s", resp.Status)
	return nil
}

// A logged response is still open.
func errorGoesOn(link string) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		glog.Errorf("no answer: %v", err)
		return
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		glog.V(2).Infof("answer %v", resp)
		glog.Warning("status ", resp.Status)
		return // via `returns with the body open`
	}
	resp.Body.Close()
}
