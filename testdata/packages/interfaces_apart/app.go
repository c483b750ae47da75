// Package app knows the interfaces only.
package app

import "example.com/ports/ports"

type app struct {
	in   ports.Opener
	out  ports.Sink
	view ports.Viewer
}

func (a app) forgets(name string) (int, error) {
	resp, err := a.in.Open(name) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func (a app) accepted(name string) error {
	resp, err := a.in.Open(name)
	if err != nil {
		return err
	}
	return a.out.Accept(resp)
}

// The only implementer looks and does not close.
func (a app) viewed(name string) (string, error) {
	resp, err := a.in.Open(name) // want `never-closed`
	if err != nil {
		return "", err
	}
	return a.view.View(resp), nil
}

func (a app) viewedClosed(name string) (string, error) {
	resp, err := a.in.Open(name)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return a.view.View(resp), nil
}
