// An open response may come together with an error.
package p

import (
	"errors"
	"net/http"
)

var errStatus = errors.New("bad status")

// Both: the caller may want to read the text of the error.
func strict(link string) (*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 400 {
		return resp, errStatus
	}
	return resp, nil
}

func looksAtErrorOnly(link string) error {
	resp, err := strict(link) // want `leaks-on-path`
	if err != nil {           // via `when this is true`
		return err // via `returns with the body open`
	}
	return resp.Body.Close()
}

func looksAtBoth(link string) error {
	resp, err := strict(link)
	if resp != nil {
		defer resp.Body.Close()
	}
	return err
}

func closesInEachArm(link string) error {
	resp, err := strict(link)
	if err != nil {
		if resp != nil {
			resp.Body.Close()
		}
		return err
	}
	return resp.Body.Close()
}

func comparesSentinel(link string) (string, error) {
	resp, err := strict(link)
	if errors.Is(err, errStatus) {
		resp.Body.Close()
		return resp.Status, nil
	}
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return "ok", nil
}

// Never returns an open response together with an error.
func polite(link string) (*http.Response, error) {
	resp, err := strict(link)
	if err != nil {
		if resp != nil {
			resp.Body.Close()
		}
		return nil, err
	}
	return resp, nil
}

func politeCaller(link string) error {
	resp, err := polite(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// A bool instead of an error.
func found(link string) (resp *http.Response, ok bool) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, false
	}
	if resp.StatusCode == http.StatusNotFound {
		resp.Body.Close()
		return nil, false
	}
	return resp, true
}

func foundCaller(link string) string {
	resp, ok := found(link)
	if !ok {
		return ""
	}
	defer resp.Body.Close()
	return resp.Status
}

func foundCallerForgets(link string) string {
	resp, ok := found(link) // want `never-closed`
	if !ok {
		return ""
	}
	return resp.Status // via `returns with the body open`
}

// Only the response, nil when there is none.
func orNil(link string) *http.Response {
	resp, err := http.Get(link)
	if err != nil {
		return nil
	}
	return resp
}

func orNilCaller(link string) int {
	resp := orNil(link)
	if resp == nil {
		return 0
	}
	resp.Body.Close()
	return resp.StatusCode
}

func orNilCallerForgets(link string) int {
	resp := orNil(link) // want `never-closed`
	if resp == nil {
		return 0
	}
	return resp.StatusCode // via `returns with the body open`
}
