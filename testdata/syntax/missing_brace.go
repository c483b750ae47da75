// Somebody is in the middle of typing.
package p

import "net/http"

func intact(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func intactForgets(link string) (int, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func unfinished(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	if resp
