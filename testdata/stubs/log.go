// log: Fatal and Panic do not return, Print does.
package p

import (
	"log"
	"net/http"
)

func fatalEnds(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		log.Panicln("no answer:", err)
	}
	if resp.StatusCode == http.StatusOK {
		return resp.Body.Close()
	}
	log.Fatalf("status %s", resp.Status)
	return nil
}

// A logged response is still open.
func printGoesOn(logger *log.Logger, link string) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		logger.Print(err)
		return
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		logger.Printf("answer %+v", resp)
		return // via `returns with the body open`
	}
	resp.Body.Close()
}
