// req: reads and closes its responses, unless a request or its client was told not to.
package p

import (
	"context"
	"io"
	"time"

	"github.com/imroc/req/v3"
)

func read(link string) (string, error) {
	resp, err := req.C().R().SetHeader("Accept", "text/plain").Get(link)
	if err != nil {
		return "", err
	}
	return resp.String(), nil
}

func copied(client *req.Client, link string, w io.Writer) error {
	resp, err := client.R().DisableAutoReadResponse().Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(w, resp.Body)
	return err
}

func readLater(client *req.Client, link string) ([]byte, error) {
	resp, err := client.R().DisableAutoReadResponse().Get(link)
	if err != nil {
		return nil, err
	}
	return resp.ToBytes()
}

// To an output the body is copied, and then closed.
func saved(client *req.Client, link string, w io.Writer) error {
	_, err := client.R().DisableAutoReadResponse().SetOutput(w).Get(link)
	return err
}

func byClient(link string) (int, error) {
	client := req.C().DisableAutoReadResponse().SetTimeout(time.Minute)
	resp, err := client.NewRequest().SetBody("x").Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func withContext(client *req.Client, link string) (int, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	resp, err := client.R().SetContext(ctx).DisableAutoReadResponse().Get(link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func head(client *req.Client, link string) (int, error) {
	resp, err := client.R().DisableAutoReadResponse().Head(link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func must(client *req.Client, link string) (int, int) {
	got := client.R().DisableAutoReadResponse().MustGet(link)     // want `never-closed`
	posted := client.R().DisableAutoReadResponse().MustPost(link) // want `never-closed`
	return got.StatusCode, posted.StatusCode
}

func rawPost(client *req.Client, link string) (int, error) {
	resp, err := client.R().DisableAutoReadResponse().Post(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func rawPut(client *req.Client, link string) (int, error) {
	resp, err := client.R().DisableAutoReadResponse().Put(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func rawPatch(client *req.Client, link string) (int, error) {
	resp, err := client.R().DisableAutoReadResponse().Patch(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func rawDelete(client *req.Client, link string) (int, error) {
	resp, err := client.R().DisableAutoReadResponse().Delete(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func rawOptions(client *req.Client, link string) (int, error) {
	resp, err := client.R().DisableAutoReadResponse().Options(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func rawSend(client *req.Client, link string) (int, error) {
	resp, err := client.R().DisableAutoReadResponse().Send("GET", link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
