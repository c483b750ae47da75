// mime/multipart: a reader of parts does not close what it reads from.
package p

import (
	"mime/multipart"
	"net/http"
)

func forgets(link string) (*multipart.Part, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return multipart.NewReader(resp.Body, "--").NextPart()
}

// A caller may find the body behind an interface; whether it is closed is up to the caller.
func reader(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return multipart.NewReader(resp.Body, "--"), nil
}
