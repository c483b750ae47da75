// syscall: Exit ends the program.
package p

import (
	"net/http"
	"syscall"
)

func exits(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusOK {
		return resp.Body.Close()
	}
	syscall.Exit(resp.StatusCode / 100)
	return nil
}

func forgets(link string) (int, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return syscall.Write(syscall.Stdout, []byte(resp.Status))
}
