// Helpers that end the process through other helpers, or by log.Panic*: what follows a call of them does not run.
package exits

import (
	"io"
	"log"
	"net/http"
	"os"
)

func stop() { os.Exit(2) }

func explainAndStop(problem string) {
	log.Println(problem)
	stop()
}

func complain(problem string) {
	log.Panicln(problem)
}

func mention(problem string) {
	log.Println(problem)
}

// Without a link there is no request: the helper does not return.
func stopsThroughAnother(link string) {
	if link == "" {
		explainAndStop("no link")
	}
	resp, err := http.Get(link)
	if err != nil {
		return
	}
	if link != "" {
		defer resp.Body.Close()
	}
	io.Copy(io.Discard, resp.Body)
}

func panicsByItsLogger(link string) {
	if link == "" {
		complain("no link")
	}
	resp, err := http.Get(link)
	if err != nil {
		return
	}
	if link != "" {
		defer resp.Body.Close()
	}
	io.Copy(io.Discard, resp.Body)
}

// This helper only says so, and returns.
func goesOnWithoutLink(link string) {
	if link == "" {
		mention("no link")
	}
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return
	}
	if link != "" {
		defer resp.Body.Close()
	}
	io.Copy(io.Discard, resp.Body)
}
