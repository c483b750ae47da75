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

// A literal in the helper ends the process.
func stopInside() {
	quit := func() { os.Exit(2) }
	quit()
}

func stopsThroughLiteral(link string) {
	if link == "" {
		stopInside()
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

func needClient(hc *http.Client) {
	if hc == nil {
		stop()
	}
}

// Without a client the helper does not return.
func stopsWithoutClient(hc *http.Client, link string) {
	if hc == nil {
		needClient(hc)
	}
	resp, err := http.Get(link)
	if err != nil {
		return
	}
	if hc != nil {
		defer resp.Body.Close()
	}
	io.Copy(io.Discard, resp.Body)
}

func first()  { second() }
func second() { third() }
func third()  { fourth() }
func fourth() { stop() }

// Helpers before the response are followed three calls deep.
func stopsFarAway(link string) {
	if link == "" {
		first()
	}
	resp, err := http.Get(link) // wrong: that the fifth helper ends the process is not seen
	if err != nil {
		return
	}
	if link != "" {
		defer resp.Body.Close()
	}
	io.Copy(io.Discard, resp.Body)
}
