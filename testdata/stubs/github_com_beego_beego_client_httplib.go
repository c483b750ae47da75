// httplib: DoRequest hands the response over; the others read and close it.
package p

import "github.com/beego/beego/v2/client/httplib"

func text(link string) (string, error) {
	return httplib.Get(link).Header("Accept", "text/plain").String()
}

func decoded(link string, v any) error {
	req := httplib.Post(link)
	resp, err := req.Response()
	if err != nil {
		return err
	}
	if resp.StatusCode != 200 {
		_, err := req.Bytes()
		return err
	}
	return req.ToJSON(v)
}

func closed(link string) (int, error) {
	resp, err := httplib.Get(link).DoRequest()
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func forgets(link string) (int, error) {
	resp, err := httplib.Get(link).Param("a", "b").DoRequest() // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
