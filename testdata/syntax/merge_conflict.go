// A merge that was not finished.
package p

import "net/http"

func above(link string) (int, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func conflict(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
<<<<<<< HEAD
	defer resp.Body.Close()
=======
	resp.Body.Close()
>>>>>>> feature
	return nil
}

func below(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
