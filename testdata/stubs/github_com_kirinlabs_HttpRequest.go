// HttpRequest: a response is open until it is closed or read.
package p

import (
	"fmt"

	"github.com/kirinlabs/HttpRequest"
)

func body(link string) ([]byte, error) {
	resp, err := HttpRequest.NewRequest().SetTimeout(5).Get(link)
	if err != nil {
		return nil, err
	}
	return resp.Body()
}

func closed(link string) (int, error) {
	resp, err := HttpRequest.Get(link)
	if err != nil {
		return 0, err
	}
	defer resp.Close()
	return resp.StatusCode(), nil
}

func closedBelow(link string) (int, error) {
	resp, err := HttpRequest.Get(link)
	if err != nil {
		return 0, err
	}
	defer resp.Response().Body.Close()
	return resp.StatusCode(), nil
}

func decodedIfOk(link string, v any) error {
	resp, err := HttpRequest.JSON().Post(link, "{}") // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.StatusCode() != 200 { // via `when this is true`
		return fmt.Errorf("status %d", resp.StatusCode()) // via `returns with the body open`
	}
	return resp.Json(v)
}

func doGet(link string) (int, error) {
	resp, err := HttpRequest.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func doPost(link string) (int, error) {
	resp, err := HttpRequest.Post(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func doPut(link string) (int, error) {
	resp, err := HttpRequest.Put(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func doDelete(link string) (int, error) {
	resp, err := HttpRequest.Delete(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func byGet(r *HttpRequest.Request, link string) (int, error) {
	resp, err := r.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func byPost(r *HttpRequest.Request, link string) (int, error) {
	resp, err := r.Post(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func byPut(r *HttpRequest.Request, link string) (int, error) {
	resp, err := r.Put(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}

func byDelete(r *HttpRequest.Request, link string) (int, error) {
	resp, err := r.Delete(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode(), nil
}
