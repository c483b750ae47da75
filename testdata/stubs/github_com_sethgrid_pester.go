// pester: the response of the first try that succeeds is open.
package p

import (
	"context"
	"io"
	"net/http"
	"net/url"

	"github.com/sethgrid/pester"
)

func getForgets(link string) (int, error) {
	resp, err := pester.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func head(link string) (int, error) {
	resp, err := pester.Head(link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func headUnchecked(link string) error {
	resp, err := pester.Head(link) // want `closed-before-check`
	defer resp.Body.Close()
	return err
}

func postForgets(link string, text io.Reader) (int, error) {
	resp, err := pester.Post(link, "text/plain", text) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func postFormForgets(link string) (int, error) {
	resp, err := pester.PostForm(link, url.Values{"q": {"go"}}) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func doForgets(req *http.Request) (int, error) {
	resp, err := pester.Do(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func clientGetForgets(client *pester.Client, link string) (int, error) {
	resp, err := client.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func clientHead(client *pester.Client, link string) (int, error) {
	resp, err := client.Head(link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func clientHeadUnchecked(client *pester.Client, link string) error {
	resp, err := client.Head(link) // want `closed-before-check`
	defer resp.Body.Close()
	return err
}

func clientPostForgets(client *pester.Client, link string, text io.Reader) (int, error) {
	resp, err := client.Post(link, "text/plain", text) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func clientPostFormForgets(client *pester.Client, link string) (int, error) {
	resp, err := client.PostForm(link, url.Values{"q": {"go"}}) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func clientDoForgets(client *pester.Client, req *http.Request) (int, error) {
	resp, err := client.Do(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func closes(link string) ([]byte, error) {
	client := pester.New()
	client.MaxRetries = 3
	resp, err := client.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func cancelled(client *pester.Client, ctx context.Context, link string) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := client.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The body of a request is closed once it has been read.
func forwards(client *pester.Client, link, to string) (*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest(http.MethodPost, to, resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	return client.Do(req)
}

// The reader of a Post is read, not closed.
func posts(link, to string) (*http.Response, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return pester.Post(to, "text/plain", resp.Body)
}
