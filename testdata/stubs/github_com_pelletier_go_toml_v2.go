// toml: a decoder reads, and closes nothing.
package p

import (
	"net/http"

	"github.com/pelletier/go-toml/v2"
)

func forgets(link string, into any) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	err = toml.NewDecoder(resp.Body).Decode(into)
	return err
}

func closes(link string, into any) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	err = toml.NewDecoder(resp.Body).Decode(into)
	return err
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func decoder(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return toml.NewDecoder(resp.Body), nil
}
