// os: Exit ends the program, and none of the questions is answered with yes for a nil error.
package p

import (
	"net/http"
	"os"
)

func exits(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusOK {
		return resp.Body.Close()
	}
	os.Exit(1)
	return nil
}

func timesOut(link string) error {
	resp, err := http.Get(link)
	if os.IsTimeout(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func wrapped(link string) error {
	resp, err := http.Get(link)
	if err := os.NewSyscallError("connect", err); err != nil {
		return err
	}
	return resp.Body.Close()
}

func expands(template string) (string, int) {
	var resp *http.Response
	text := os.Expand(template, func(link string) string {
		var err error
		resp, err = http.Get(link) // want `never-closed`
		if err != nil {
			return ""
		}
		return resp.Status
	})
	if resp == nil {
		return text, 0
	}
	return text, resp.StatusCode
}
