package p

// A reader that holds the body and, beside it, a literal that knows the response and asks again.
import (
	"io"
	"net/http"
)

type source struct {
	client *http.Client
	resp   *http.Response
}

func open(client *http.Client, link string) (source, error) {
	resp, err := client.Get(link)
	if err != nil {
		return source{}, err
	}
	return source{client, resp}, nil
}

type retrying struct {
	again func() (*http.Response, error)
	body  io.ReadCloser
}

func (s source) retrying() *retrying {
	return &retrying{
		again: func() (*http.Response, error) { return s.client.Get(s.resp.Request.URL.String()) },
		body:  s.resp.Body,
	}
}

func (r *retrying) Read(into []byte) (int, error) { return r.body.Read(into) }

func (r *retrying) Close() error {
	if r.body != nil {
		return r.body.Close()
	}
	return nil
}

func (r *retrying) forget() { r.again = nil }

func closes(client *http.Client, link string) ([]byte, error) {
	from, err := open(client, link)
	if err != nil {
		return nil, err
	}
	reader := from.retrying()
	defer reader.Close()
	return io.ReadAll(reader)
}

func leaves(client *http.Client, link string) error {
	from, err := open(client, link) // want `never-closed`
	if err != nil {
		return err
	}
	reader := from.retrying()
	reader.forget()
	return nil
}
