// json: a decoder reads, and closes nothing.
package p

import (
	"net/http"

	"github.com/segmentio/encoding/json"
)

func forgets(link string, v any) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	return json.NewDecoder(resp.Body).Decode(v)
}

func closes(link string, v any) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(v)
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func decoder(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return json.NewDecoder(resp.Body), nil
}
