// openpgp: a decoder reads, and closes nothing.
package p

import (
	"net/http"

	"golang.org/x/crypto/openpgp"
)

func forgets(link string) (any, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return openpgp.ReadArmoredKeyRing(resp.Body)
}

func closes(link string) (any, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return openpgp.ReadArmoredKeyRing(resp.Body)
}
