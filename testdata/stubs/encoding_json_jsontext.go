// encoding/json/jsontext: a decoder does not close what it reads from.
package p

import (
	"encoding/json/jsontext"
	"net/http"
)

func forgets(link string) (jsontext.Value, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return jsontext.NewDecoder(resp.Body).ReadValue()
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func reader(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return jsontext.NewDecoder(resp.Body), nil
}
