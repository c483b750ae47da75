// A byte order mark and line ends of Windows.
package p

import "net/http"

func forgets(link string) int {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func closes(link string) int {
	resp, err := http.Get(link)
	if err != nil {
		return 0
	}
	defer resp.Body.Close()
	return resp.StatusCode
}
