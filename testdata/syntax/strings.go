// Text that looks like code.
package p

import (
	"net/http"
	"strings"
)

const sample = `
func leaks(link string) {
	resp, err := http.Get(link)
}
`

// resp, err := http.Get(link) in a comment.
/*
	resp, err := http.Get(link)
	defer resp.Body.Close()
*/
func inStrings() string {
	return strings.TrimSpace(sample) + "http.Get(link)" + string('}') + `"`
}

func aroundStrings(link string) string {
	resp, err := http.Get(link + "}{" + `"{`) // want `leaks-on-path`
	if err != nil {
		return "}"
	}
	if resp.Status == `200 "OK"` { // via `when this is true`
		return "defer resp.Body.Close()" // via `returns with the body open`
	}
	resp.Body.Close()
	return "{"
}
