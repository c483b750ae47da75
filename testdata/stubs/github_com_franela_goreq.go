// goreq: the caller closes the body, also after ToString and FromJsonTo.
package p

import "github.com/franela/goreq"

func closed(link string) (string, error) {
	res, err := goreq.Request{Uri: link}.Do()
	if err != nil {
		return "", err
	}
	defer res.Body.Close()
	return res.Body.ToString()
}

func closedBelow(link string) (int, error) {
	res, err := goreq.Request{Uri: link}.WithHeader("a", "b").Do()
	if err != nil {
		return 0, err
	}
	defer res.Response.Body.Close()
	return res.StatusCode, nil
}

func forgets(link string, v any) error {
	req := goreq.Request{Uri: link}
	req.AddHeader("a", "b")
	res, err := req.Do() // want `never-closed`
	if err != nil {
		return err
	}
	return res.Body.FromJsonTo(v)
}
