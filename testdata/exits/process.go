// Ways that end the process or the goroutine end the duty too.
package p

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"runtime"
)

func die(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", args...)
	os.Exit(1)
}

func dieIf(err error) {
	if err != nil {
		die("%v", err)
	}
}

// Looks like die, and comes back.
func complain(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", args...)
}

func exitOnStatus(link string) {
	resp, err := http.Get(link)
	if err != nil {
		os.Exit(2)
	}
	if resp.StatusCode != http.StatusOK {
		fmt.Println(resp.Status)
		os.Exit(3)
	}
	resp.Body.Close()
}

func fatalOnStatus(link string) string {
	resp, err := http.Get(link)
	if err != nil {
		log.Fatalln(err)
	}
	if resp.StatusCode != http.StatusOK {
		log.Fatalf("status %d", resp.StatusCode)
	}
	defer resp.Body.Close()
	return resp.Header.Get("Server")
}

func panicOnStatus(link string) {
	resp, err := http.Get(link)
	if err != nil {
		panic(err)
	}
	if resp.StatusCode >= 500 {
		panic(resp.Status)
	}
	resp.Body.Close()
}

func ownDie(link string) {
	resp, err := http.Get(link)
	dieIf(err)
	if resp.StatusCode != http.StatusOK {
		die("%s: %s", link, resp.Status)
	}
	io.Copy(os.Stdout, resp.Body)
	resp.Body.Close()
}

// The process lives on until the end of this function, and the body is open there.
func ownDieForgets(link string) int {
	resp, err := http.Get(link) // want `never-closed`
	dieIf(err)
	return resp.StatusCode // via `returns with the body open`
}

func complainsAndReturns(link string) {
	resp, err := http.Get(link) // want `leaks-on-path`
	dieIf(err)
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		complain("%s: %s", link, resp.Status)
		return // via `returns with the body open`
	}
	resp.Body.Close()
}

func goexit(link string) {
	resp, err := http.Get(link)
	if err != nil {
		runtime.Goexit()
	}
	if resp.ContentLength == 0 {
		runtime.Goexit()
	}
	resp.Body.Close()
}

type app struct{ log *log.Logger }

func (a *app) fail(code int, err error) {
	a.log.Print(err)
	os.Exit(code)
}

func (a *app) loggerFatal(link string) {
	resp, err := http.Get(link)
	if err != nil {
		a.log.Fatal(err)
	}
	if resp.StatusCode == http.StatusTeapot {
		a.log.Panicf("no tea at %s", link)
	}
	resp.Body.Close()
}

func (a *app) methodDie(link string) {
	resp, err := http.Get(link)
	if err != nil {
		a.fail(1, err)
	}
	if resp.ContentLength > 1<<20 {
		a.fail(2, io.ErrShortBuffer)
	}
	resp.Body.Close()
}

// Print is not Fatal.
func (a *app) printOnly(link string) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		a.log.Fatal(err)
	}
	if resp.StatusCode == http.StatusTeapot { // via `when this is true`
		a.log.Printf("no tea at %s", link)
		return // via `returns with the body open`
	}
	resp.Body.Close()
}

// Closed first, then the panic.
func closesThenPanics(link string) {
	resp, err := http.Get(link)
	if err != nil {
		return
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		panic("unexpected " + resp.Status)
	}
}
