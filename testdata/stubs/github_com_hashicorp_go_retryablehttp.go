// go-retryablehttp: the response of the last try is open.
package p

import (
	"context"
	"io"
	"net/http"
	"net/url"

	"github.com/hashicorp/go-retryablehttp"
)

func getForgets(link string) (int, error) {
	resp, err := retryablehttp.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func head(link string) (int, error) {
	resp, err := retryablehttp.Head(link)
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

func postForgets(link string) (int, error) {
	resp, err := retryablehttp.Post(link, "text/plain", []byte("x")) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func postFormForgets(link string) (int, error) {
	resp, err := retryablehttp.PostForm(link, url.Values{"q": {"go"}}) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func clientGetForgets(client *retryablehttp.Client, link string) (int, error) {
	resp, err := client.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func clientHead(client *retryablehttp.Client, link string) (int, error) {
	resp, err := client.Head(link)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func clientHeadUnchecked(client *retryablehttp.Client, link string) error {
	resp, err := client.Head(link) // want `closed-before-check`
	defer resp.Body.Close()
	return err
}

func clientPostForgets(client *retryablehttp.Client, link string) (int, error) {
	resp, err := client.Post(link, "text/plain", []byte("x")) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func clientPostFormForgets(client *retryablehttp.Client, link string) (int, error) {
	resp, err := client.PostForm(link, url.Values{"q": {"go"}}) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func doForgets(client *retryablehttp.Client, req *retryablehttp.Request) (int, error) {
	resp, err := client.Do(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func roundTripForgets(transport *retryablehttp.RoundTripper, req *http.Request) (int, error) {
	resp, err := transport.RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func standardForgets(link string) (int, error) {
	resp, err := retryablehttp.NewClient().StandardClient().Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func closes(link string) ([]byte, error) {
	client := retryablehttp.NewClient()
	client.RetryMax = 3
	resp, err := client.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func cancelled(ctx context.Context, client *retryablehttp.Client, link string) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	req, err := retryablehttp.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := client.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// A body that is sent is read and not closed.
func forwards(client *retryablehttp.Client, link, to string) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	answer, err := client.Post(to, "text/plain", resp.Body)
	if err != nil {
		return err
	}
	return answer.Body.Close()
}

// What the handler passes on is the response and the error that it was given.
func passed(link string) (int, error) {
	resp, err := http.Get(link)
	resp, err = retryablehttp.PassthroughErrorHandler(resp, err, 3)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}

func headByMethod(client *retryablehttp.Client, link string) (int, error) {
	req, err := retryablehttp.NewRequest("HEAD", link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := client.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
