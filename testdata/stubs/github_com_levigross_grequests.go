// grequests: a response is open until it is closed, or read to its end by one of its methods.
package p

import (
	"fmt"
	"io"

	"github.com/levigross/grequests"
)

func decoded(link string, v any) error {
	resp, err := grequests.Get(link, nil)
	if err != nil {
		return err
	}
	return resp.JSON(v)
}

func decodedIfOk(link string, v any) error {
	resp, err := grequests.Get(link, &grequests.RequestOptions{UserAgent: "x"}) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if !resp.Ok { // via `when this is true`
		return fmt.Errorf("status %d", resp.StatusCode) // via `returns with the body open`
	}
	return resp.JSON(v)
}

func closed(link string, w io.Writer) error {
	resp, err := grequests.Get(link, nil)
	if err != nil {
		return err
	}
	defer resp.Close()
	_, err = io.Copy(w, resp)
	return err
}

func closedBelow(link string) (int, error) {
	resp, err := grequests.Post(link, nil)
	if err != nil {
		return 0, err
	}
	defer resp.RawResponse.Body.Close()
	return resp.StatusCode, nil
}

func head(link string) (int, error) {
	resp, err := grequests.Head(link, nil)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func text(s *grequests.Session, link string) (string, error) {
	resp, err := s.Get(link, nil)
	if err != nil {
		return "", err
	}
	return resp.String(), nil
}

func doGet(link string) (int, error) {
	resp, err := grequests.Get(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func doPut(link string) (int, error) {
	resp, err := grequests.Put(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func doPatch(link string) (int, error) {
	resp, err := grequests.Patch(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func doDelete(link string) (int, error) {
	resp, err := grequests.Delete(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func doPost(link string) (int, error) {
	resp, err := grequests.Post(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func doOptions(link string) (int, error) {
	resp, err := grequests.Options(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func req(link string) (int, error) {
	resp, err := grequests.Req("GET", link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func sessionGet(s *grequests.Session, link string) (int, error) {
	resp, err := s.Get(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func sessionPut(s *grequests.Session, link string) (int, error) {
	resp, err := s.Put(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func sessionPatch(s *grequests.Session, link string) (int, error) {
	resp, err := s.Patch(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func sessionDelete(s *grequests.Session, link string) (int, error) {
	resp, err := s.Delete(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func sessionPost(s *grequests.Session, link string) (int, error) {
	resp, err := s.Post(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func sessionOptions(s *grequests.Session, link string) (int, error) {
	resp, err := s.Options(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
