// klog: Fatal and Exit end the program, every other level goes on.
package p

import (
	"net/http"

	"k8s.io/klog/v2"
)

func fatalEnds(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		klog.Exitf("no answer: %v", err)
	}
	if resp.StatusCode == http.StatusOK {
		return resp.Body.Close()
	}
	klog.Fatalf("status %s", resp.Status)
	return nil
}

// A logged response is still open.
func errorGoesOn(link string) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		klog.Errorf("no answer: %v", err)
		return
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		klog.V(2).Infof("answer %v", resp)
		klog.ErrorS(nil, "status", "answer", resp)
		return // via `returns with the body open`
	}
	resp.Body.Close()
}
