// Package pages imports a package called http.
package pages

import "example.com/pages/http"

func title(link string) (string, error) {
	page, err := http.Get(link)
	if err != nil {
		return "", err
	}
	return page.Title, nil
}

func ping(link string) error {
	_, err := http.Get(link)
	return err
}

func raw(link string) (int, error) {
	resp, err := http.Raw(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func rawClosed(link string) error {
	resp, err := http.Raw(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
