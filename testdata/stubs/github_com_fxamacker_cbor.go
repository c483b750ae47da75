// cbor: a decoder reads, and closes nothing.
package p

import (
	"net/http"

	"github.com/fxamacker/cbor/v2"
)

func forgets(link string, v any) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	return cbor.NewDecoder(resp.Body).Decode(v)
}

func closes(link string, v any) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return cbor.NewDecoder(resp.Body).Decode(v)
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func decoder(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return cbor.NewDecoder(resp.Body), nil
}
