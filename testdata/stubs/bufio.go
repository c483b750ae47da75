// bufio: a reader with a buffer does not close what it reads from.
package p

import (
	"bufio"
	"net/http"
	"strings"
)

func forgets(link string) (string, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return "", err
	}
	lines := bufio.NewScanner(resp.Body)
	lines.Scan()
	return lines.Text(), lines.Err()
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func buffered(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return bufio.NewReader(resp.Body), nil
}

func closes(link string) (string, error) {
	resp, err := http.Get(link)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return bufio.NewReader(resp.Body).ReadString('\n')
}

// Nothing is held open by a response that is read from memory.
func parsed(text string) (int, error) {
	resp, err := http.ReadResponse(bufio.NewReader(strings.NewReader(text)), nil)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
