// charm log: Fatal ends the program, every other level goes on.
package p

import (
	"net/http"

	"charm.land/log/v2"
)

func fatalEnds(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		log.Fatal("no answer", "err", err)
	}
	if resp.StatusCode == http.StatusOK {
		return resp.Body.Close()
	}
	log.Fatalf("status %s", resp.Status)
	return nil
}

func fatalOfALogger(link string) error {
	logger := log.Default().With("link", link)
	resp, err := http.Get(link)
	if err != nil {
		logger.Fatalf("no answer: %v", err)
	}
	if resp.StatusCode == http.StatusOK {
		return resp.Body.Close()
	}
	logger.Fatal("status", "status", resp.Status)
	return nil
}

// A logged response is still open.
func errorGoesOn(link string) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		log.Error("no answer", "err", err)
		return
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		log.Warn("status", "resp", resp)
		return // via `returns with the body open`
	}
	resp.Body.Close()
}
