package p

import "net/http"

func named(link string) (resp *http.Response, code int, err error) {
	defer func() {
		if err != nil {
			code = -1
		}
	}()
	if link == "" {
		return
	}
	resp, err = http.Get(link)
	if err != nil {
		return nil, 0, err
	}
	code = resp.StatusCode
	return
}
