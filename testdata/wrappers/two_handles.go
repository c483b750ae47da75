package p

// dropped, droppedBoth. post hands over the response and a reader around its body whose Close closes the body:
// a caller that closes neither leaks. Silent: closesBody, closesResponse.
import (
	"io"
	"net/http"
)

type closer struct {
	io.Reader
	f func() error
}

func (c *closer) Close() error { return c.f() }

func around(r io.Reader, f func() error) io.ReadCloser { return &closer{Reader: r, f: f} }

func post(c *http.Client, url string) (*http.Response, io.ReadCloser, error) {
	resp, err := c.Post(url, "", nil)
	var body io.ReadCloser
	if resp != nil {
		body = around(resp.Body, func() error {
			defer resp.Body.Close()
			return nil
		})
	}
	return resp, body, err
}

func dropped(c *http.Client, url string) (int, error) {
	resp, _, err := post(c, url) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func droppedBoth(c *http.Client, url string) ([]byte, error) {
	_, body, err := post(c, url) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(body)
}

func closesBody(c *http.Client, url string) ([]byte, error) {
	_, body, err := post(c, url)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	return io.ReadAll(body)
}

func closesResponse(c *http.Client, url string) (int, error) {
	resp, _, err := post(c, url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}
