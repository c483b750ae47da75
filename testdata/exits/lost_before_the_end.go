// The end of the process excuses only a response that is still held there.
package p

import (
	"log"
	"net/http"
	"os"
	"runtime"
)

func lostBeforeExit(link string) {
	_, err := http.Get(link) // want `discarded-response`
	if err != nil {
		log.Fatal(err)
	}
	os.Exit(0)
}

func overwrittenBeforePanic(a, b string) {
	resp, err := http.Get(a) // want `never-closed`
	if err != nil {
		panic(err)
	}
	log.Print(resp.Status)
	resp, err = http.Get(b)
	if err != nil {
		panic(err)
	}
	panic(resp.Status)
}

func stop(code int) {
	log.Print("stop")
	os.Exit(code)
}

func lostBeforeHelper(link string) {
	http.Get(link) // want `discarded-response`
	stop(1)
}

func lostBeforeLiteral(link string) {
	http.Get(link) // want `discarded-response`
	func() { runtime.Goexit() }()
}

// The helper ends the process only where there is an error, and with it no response.
func check(err error) {
	if err != nil {
		os.Exit(2)
	}
}

func lostAndChecked(link string) {
	_, err := http.Get(link) // want `discarded-response`
	check(err)
	os.Exit(0)
}

func onlyErrors(link string) {
	resp, err := http.Get(link)
	check(err)
	resp.Body.Close()
}

func lostBeforeWait(link string) {
	http.Get(link) // want `discarded-response`
	select {}
}

func heldUntilExit(link string) {
	resp, err := http.Get(link)
	if err != nil {
		log.Fatal(err)
	}
	log.Print(resp.Status)
	stop(0)
}
