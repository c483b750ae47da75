// The errors of the Kubernetes API: none of the questions is answered with yes for a nil error.
package p

import (
	"net/http"

	"k8s.io/apimachinery/pkg/api/errors"
)

func notFound(client *http.Client, link string) (status int, err error) {
	resp, err := client.Get(link)
	if errors.IsNotFound(err) || errors.IsGone(err) {
		return http.StatusNotFound, nil
	}
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func forgets(client *http.Client, link string) (status int, err error) {
	resp, err := client.Get(link) // want `leaks-on-path`
	if errors.IsConflict(err) {
		return http.StatusConflict, nil
	}
	if err != nil {
		return 0, err
	}
	if resp.StatusCode == http.StatusAccepted { // via `when this is true`
		return resp.StatusCode, nil // via `returns with the body open`
	}
	return resp.StatusCode, resp.Body.Close()
}
