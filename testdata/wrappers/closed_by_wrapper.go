// The wrapper closes what it returns on some of its paths: a caller that never closes leaks on the others only.
package p

import "net/http"

func closesIfBad(link string) (*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode > 299 {
		resp.Body.Close()
	}
	return resp, nil
}

func reads(link string) (int, error) {
	resp, err := closesIfBad(link) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func fetchWith(link string, drop bool) (*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	if drop {
		resp.Body.Close()
	}
	return resp, nil
}

// With these arguments the wrapper never closes.
func keeps(link string) (int, error) {
	resp, err := fetchWith(link, false) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func drops(link string) (int, error) {
	resp, err := fetchWith(link, true)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func either(link string, drop bool) (int, error) {
	resp, err := fetchWith(link, drop) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// An earlier response of a retry is another one.
func retries(link string) (resp *http.Response, err error) {
	for range 3 {
		resp, err = http.Get(link)
		if err != nil {
			return nil, err
		}
		if resp.StatusCode < 500 {
			return resp, nil
		}
		resp.Body.Close()
	}
	return nil, http.ErrServerClosed
}

func readsRetried(link string) (int, error) {
	resp, err := retries(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
