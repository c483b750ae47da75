package wrappers

import "net/http"

func loadFirst(u string, into **http.Response) error {
	page, err := http.Get(u)
	if err != nil {
		return err
	}
	*into = page
	return nil
}

// It fills the argument of its own caller.
func loadAgain(u string, into **http.Response) error {
	return loadFirst(u, into)
}

func afterLoadAgain(u string) error {
	var page *http.Response
	return loadAgain(u, &page) // want `never-closed`
}
