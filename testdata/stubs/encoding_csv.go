// encoding/csv: a reader of records does not close what it reads from.
package p

import (
	"encoding/csv"
	"net/http"
)

func forgets(link string) ([][]string, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return csv.NewReader(resp.Body).ReadAll()
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func reader(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return csv.NewReader(resp.Body), nil
}
