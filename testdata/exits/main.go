// The end of main ends the process; people copy from main, so it counts.
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

func main() {
	link := flag.String("link", "https://example.test/", "what to fetch")
	flag.Parse()
	resp, err := http.Get(*link) // want `never-closed`
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(resp.Status, version(), run(*link))
} // via `the function ends with the body open`

func init() {
	resp, err := http.Get("https://example.test/motd") // want `leaks-on-path`
	if err != nil {
		return
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return // via `returns with the body open`
	}
	defer resp.Body.Close()
	io.Copy(os.Stdout, resp.Body)
}

func run(link string) int {
	resp, err := http.Get(link)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer resp.Body.Close()
	if _, err := io.Copy(os.Stdout, resp.Body); err != nil {
		return 2
	}
	return 0
}

func version() string {
	resp, err := http.Get("https://example.test/version")
	if err != nil {
		log.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		log.Fatal(resp.Status)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		log.Fatal(err)
	}
	return string(text)
}
