// request: the caller closes the response, or reads it with one of its methods.
package p

import (
	"net/http"

	"github.com/mozillazg/request"
)

func text(link string) (string, error) {
	resp, err := request.NewRequest(new(http.Client)).Get(link)
	if err != nil {
		return "", err
	}
	return resp.Text()
}

func closed(req *request.Request, link string) (bool, error) {
	resp, err := req.Get(link)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	return resp.Ok(), nil
}

func doGet(a *request.Args, link string) (int, error) {
	resp, err := request.Get(link, a) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func doPost(a *request.Args, link string) (int, error) {
	resp, err := request.Post(link, a) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func doPut(a *request.Args, link string) (int, error) {
	resp, err := request.Put(link, a) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func doPatch(a *request.Args, link string) (int, error) {
	resp, err := request.Patch(link, a) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func doDelete(a *request.Args, link string) (int, error) {
	resp, err := request.Delete(link, a) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func doOptions(a *request.Args, link string) (int, error) {
	resp, err := request.Options(link, a) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func byGet(req *request.Request, link string) (int, error) {
	resp, err := req.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func byPost(req *request.Request, link string) (int, error) {
	resp, err := req.Post(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func byPut(req *request.Request, link string) (int, error) {
	resp, err := req.Put(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func byPatch(req *request.Request, link string) (int, error) {
	resp, err := req.Patch(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func byDelete(req *request.Request, link string) (int, error) {
	resp, err := req.Delete(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func byOptions(req *request.Request, link string) (int, error) {
	resp, err := req.Options(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func form(req *request.Request, link string) (int, error) {
	resp, err := req.PostForm(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
