// retryablehttp: the caller closes the last response.
package p

import (
	"context"
	"net/http"

	"github.com/projectdiscovery/retryablehttp-go"
)

func closed(c *retryablehttp.Client, link string) (int, error) {
	req, err := retryablehttp.NewRequest(http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func discarded(c *retryablehttp.Client, req *retryablehttp.Request) error {
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	retryablehttp.Discard(req, resp, 4096)
	return nil
}

func headers(c *retryablehttp.Client, link string) (int, error) {
	req, err := retryablehttp.NewRequest(http.MethodHead, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.Do(req)
	if err != nil {
		return 0, err
	}
	other, err := c.Head(link)
	if err != nil {
		return 0, err
	}
	third, err := retryablehttp.Head(link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode + other.StatusCode + third.StatusCode, nil
}

func cancelled(c *retryablehttp.Client, link string) (int, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	req, err := retryablehttp.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func do(c *retryablehttp.Client, req *retryablehttp.Request) (int, error) {
	resp, err := c.Do(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func clientGet(c *retryablehttp.Client, link string) (int, error) {
	resp, err := c.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func clientPost(c *retryablehttp.Client, link string) (int, error) {
	resp, err := c.Post(link, "text/plain", nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func clientForm(c *retryablehttp.Client, link string) (int, error) {
	resp, err := c.PostForm(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func get(link string) (int, error) {
	resp, err := retryablehttp.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func post(link string) (int, error) {
	resp, err := retryablehttp.Post(link, "text/plain", nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func form(link string) (int, error) {
	resp, err := retryablehttp.PostForm(link, nil) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func headUnchecked(link string) error {
	resp, err := retryablehttp.Head(link) // want `closed-before-check`
	defer resp.Body.Close()
	return err
}

func clientHeadUnchecked(c *retryablehttp.Client, link string) error {
	resp, err := c.Head(link) // want `closed-before-check`
	defer resp.Body.Close()
	return err
}
