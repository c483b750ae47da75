// With require-close an answer without body has to be closed all the same.
//
//fixture:require-close
package p

import "net/http"

func head(link string) int {
	resp, err := http.Head(link) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func doHead(link string) int {
	req, err := http.NewRequest(http.MethodHead, link, nil)
	if err != nil {
		return 0
	}
	resp, err := http.DefaultClient.Do(req) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func noContent(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusNoContent {
		return nil
	}
	return resp.Body.Close()
}
