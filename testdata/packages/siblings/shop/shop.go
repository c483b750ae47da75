// Package shop calls a module beside its own.
package shop

import "example.com/siblings/kiln"

func code(link string) (int, error) {
	resp, err := kiln.Fire(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func emptied(link string) (int, error) {
	resp, err := kiln.Fire(link)
	if err != nil {
		return 0, err
	}
	defer kiln.Empty(resp)
	return resp.StatusCode, nil
}
