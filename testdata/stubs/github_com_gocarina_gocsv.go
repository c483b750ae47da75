// gocsv: a decoder reads, and closes nothing.
package p

import (
	"net/http"

	"github.com/gocarina/gocsv"
)

func forgets(link string, v any) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	return gocsv.Unmarshal(resp.Body, v)
}

func closes(link string, v any) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return gocsv.Unmarshal(resp.Body, v)
}
