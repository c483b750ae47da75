package p

// What generated clients do: the response of a failed request is read, closed and kept in the error.
import (
	"bytes"
	"io"
	"net/http"
)

type replayed struct{ *bytes.Reader }

func (replayed) Close() error { return nil }

func payload(resp *http.Response) ([]byte, error) {
	// A body of net/http is never of this type.
	if known, ok := resp.Body.(*replayed); ok {
		return io.ReadAll(known.Reader)
	}
	data, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return nil, err
	}
	resp.Body = &replayed{bytes.NewReader(data)}
	return data, nil
}

type responseError struct {
	code int
	raw  *http.Response
}

func (e *responseError) Error() string { return http.StatusText(e.code) }

func newResponseError(resp *http.Response) error {
	if _, err := payload(resp); err != nil {
		return err
	}
	return &responseError{resp.StatusCode, resp}
}

func download(link string) (io.ReadCloser, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, newResponseError(resp)
	}
	return resp.Body, nil
}

func uses(link string) ([]byte, error) {
	body, err := download(link)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	return io.ReadAll(body)
}

func leaves(link string) ([]byte, error) {
	body, err := download(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(body)
}

// Who gets an error cannot close what is inside it.
func openInError(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	return &responseError{resp.StatusCode, resp}
}

func dropsError(link string) {
	if err := openInError(link); err != nil {
		println(err.Error())
	}
}
