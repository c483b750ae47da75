// The response is thrown away by the very statement that asked for it.
package p

import (
	"io"
	"log"
	"net/http"
	"strings"
	"time"
)

type pinger struct {
	hc    *http.Client
	every time.Duration
}

func blank(link string) error {
	_, err := http.Get(link) // want `discarded-response`
	return err
}

func blankBoth(link string) {
	_, _ = http.Get(link) // want `discarded-response`
}

func bareCall(hook string) {
	http.Post(hook, "text/plain", strings.NewReader("deployed")) // want `discarded-response`
}

func inIfInit(link string) bool {
	if _, err := http.Get(link); err != nil { // want `discarded-response`
		return false
	}
	return true
}

func blankVar(link string) error {
	var _, err = http.Get(link) // want `discarded-response`
	return err
}

func inGoStatement(hook string) {
	go http.Get(hook) // want `discarded-response`
}

func inDefer(hook string) {
	defer http.Post(hook, "text/plain", nil) // want `discarded-response`
	log.Print("working")
}

func (p *pinger) beat(link string, stop <-chan struct{}) {
	ticker := time.NewTicker(p.every)
	defer ticker.Stop()
	for {
		select {
		case <-stop:
			return
		case <-ticker.C:
			if _, err := p.hc.Get(link); err != nil { // want `discarded-response`
				log.Print(err)
			}
		}
	}
}

func multiLine(hc *http.Client, link string) error {
	_, err := hc.Post( // want `discarded-response`
		link,
		"text/plain",
		strings.NewReader("one\ntwo\n"),
	)
	return err
}

// Only the error is named, the body is closed through the one value that is kept.
func blankButNotTheResponse(link string) error {
	resp, _ := http.Get(link)
	if resp == nil {
		return io.ErrUnexpectedEOF
	}
	return resp.Body.Close()
}

// The request is thrown away, not a response.
func requestDiscarded(link string) error {
	_, err := http.NewRequest(http.MethodGet, link, nil)
	return err
}
