// golangci-lint's comments. Every function leaks; the marks say which comment does not cover it.
package p

import "net/http"

func named(link string) {
	resp, _ := http.Get(link) //nolint:bodyclose
	_ = resp
}

func byOwnName(link string) {
	resp, _ := http.Get(link) //nolint:bodyguard // the pool closes it
	_ = resp
}

func bare(link string) {
	resp, _ := http.Get(link) //nolint
	_ = resp
}

func everything(link string) {
	resp, _ := http.Get(link) //nolint:all
	_ = resp
}

func inList(link string) {
	resp, _ := http.Get(link) //nolint:errcheck,bodyclose // reason
	_ = resp
}

func anotherLinter(link string) {
	resp, _ := http.Get(link) //nolint:errcheck // want `never-closed`
	_ = resp
}

func prose(link string) {
	resp, _ := http.Get(link) // nolinters complain about bodyclose here // want `never-closed`
	_ = resp
}

func nextLineOnly(link string) {
	resp, _ := http.Get(link) // want `never-closed`
	_ = resp                  //nolint:bodyclose
}

func above(link string) {
	//nolint:bodyclose // covers the next statement
	resp, _ := http.Get(link)
	_ = resp
	other, _ := http.Get(link) // want `never-closed`
	_ = other
}

//nolint:bodyclose // covers the whole function
func aboveFunction(link string) {
	resp, _ := http.Get(link)
	_ = resp
	other, _ := http.Get(link)
	_ = other
}

func aboveBlock(links []string) {
	//nolint:bodyclose
	for _, link := range links {
		resp, _ := http.Get(link)
		_ = resp
	}
	for _, link := range links {
		resp, _ := http.Get(link) // want `never-closed`
		_ = resp
	}
}
