// Package tags has files for several systems; all of them are read in one run.
package tags

import "net/http"

func released(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	release(resp)
	return nil
}
