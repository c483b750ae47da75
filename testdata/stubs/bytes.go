// bytes: functions that look at each character are called.
package p

import (
	"bytes"
	"net/http"
)

// The last response is open.
func forgets(text []byte, link string) int {
	var resp *http.Response
	bytes.IndexFunc(text, func(letter rune) bool {
		var err error
		resp, err = http.Get(link + string(letter)) // want `never-closed`
		return err == nil
	})
	if resp == nil {
		return 0
	}
	return resp.StatusCode
}

func closes(text []byte, link string) int {
	return bytes.IndexFunc(text, func(letter rune) bool {
		resp, err := http.Get(link + string(letter))
		if err != nil {
			return false
		}
		resp.Body.Close()
		return resp.StatusCode == http.StatusOK
	})
}
