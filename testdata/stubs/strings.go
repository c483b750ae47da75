// strings: functions that look at each character are called.
package p

import (
	"bufio"
	"io"
	"net/http"
	"strings"
)

// The last response is open.
func forgets(text string, link string) int {
	var resp *http.Response
	strings.IndexFunc(text, func(letter rune) bool {
		var err error
		resp, err = http.Get(link + string(letter)) // want `never-closed`
		return err == nil
	})
	if resp == nil {
		return 0
	}
	return resp.StatusCode
}

func closes(text string, link string) int {
	return strings.IndexFunc(text, func(letter rune) bool {
		resp, err := http.Get(link + string(letter))
		if err != nil {
			return false
		}
		resp.Body.Close()
		return resp.StatusCode == http.StatusOK
	})
}

// Nothing is held open by a response that is read from memory.
func parsed(text string) (int, error) {
	var from io.Reader = strings.NewReader(text)
	resp, err := http.ReadResponse(bufio.NewReader(from), nil)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
