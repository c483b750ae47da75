// Package outer uses a module that lies in a folder of its own.
package outer

import "example.com/outer/inner"

func status(link string) (string, error) {
	resp, err := inner.Open(link) // want `never-closed`
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func statusClosed(link string) (string, error) {
	resp, err := inner.Open(link)
	if err != nil {
		return "", err
	}
	defer inner.Shut(resp)
	return resp.Status, nil
}
