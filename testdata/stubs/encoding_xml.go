// encoding/xml: a decoder does not close what it reads from.
package p

import (
	"encoding/xml"
	"net/http"
)

func forgets(link string) (names []string, err error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	err = xml.NewDecoder(resp.Body).Decode(&names)
	return names, err
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func decoder(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return xml.NewDecoder(resp.Body), nil
}

func closes(link string) (names []string, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	err = xml.NewDecoder(resp.Body).Decode(&names)
	return names, err
}
