// openapi3: a decoder reads, and closes nothing.
package p

import (
	"net/http"

	"github.com/getkin/kin-openapi/openapi3"
)

func forgets(link string) (any, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return openapi3.NewLoader().LoadFromIoReader(resp.Body)
}

func closes(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return openapi3.NewLoader().LoadFromIoReader(resp.Body)
}
