// A helper gets a pointer to the body, or to the variable that holds it.
package p

import (
	"io"
	"net/http"
)

func shut(closer *io.ReadCloser) error {
	if closer == nil || *closer == nil {
		return nil
	}
	return (*closer).Close()
}

func isThere(closer *io.ReadCloser) bool { return *closer != nil }

func ofField(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	defer shut(&resp.Body)
	return resp.StatusCode, nil
}

func ofFieldAtOnce(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return shut(&resp.Body)
}

type page struct{ resp *http.Response }

func ofInnerField(u string) (*int, error) {
	var p page
	var err error
	if p.resp, err = http.Get(u); err != nil {
		return nil, err
	}
	defer shut(&p.resp.Body)
	return &p.resp.StatusCode, nil
}

func ofFieldInLiteral(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	defer func() { shut(&resp.Body) }()
	return resp.StatusCode, nil
}

// The helper only looks.
func ofFieldLooked(u string) (bool, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return false, err
	}
	return isThere(&resp.Body), nil
}

// What other code gets a pointer to is not followed.
func ofFieldAway(u string, keep func(*io.ReadCloser)) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	keep(&resp.Body)
	return nil
}
