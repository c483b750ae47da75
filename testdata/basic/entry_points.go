// Every door of net/http that hands over an open response.
package p

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"net/url"
)

func latestTag(feed string) (string, error) {
	resp, err := http.Get(feed + "/latest") // want `never-closed`
	if err != nil {
		return "", err
	}
	return resp.Header.Get("X-Tag"), nil // via `returns with the body open`
}

func uploadLog(sink string, lines io.Reader) error {
	resp, err := http.Post(sink, "text/plain", lines) // want `never-closed`
	if err != nil {
		return fmt.Errorf("upload: %w", err)
	}
	fmt.Println("uploaded:", resp.Status)
	return nil // via `returns with the body open`
}

func signIn(host, user, secret string) bool {
	resp, err := http.PostForm(host+"/login", url.Values{"u": {user}, "p": {secret}}) // want `never-closed`
	if err != nil {
		return false
	}
	return resp.StatusCode == http.StatusSeeOther
}

func contentLength(link string) int64 {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return -1
	}
	return resp.ContentLength
}

func mirrorPage(hc *http.Client, link string, to io.Writer) error {
	resp, err := hc.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	_, err = io.Copy(to, resp.Body)
	return err
}

func probe(hc *http.Client, link string) {
	resp, err := hc.Get(link) // want `never-closed`
	if err != nil {
		return
	}
	fmt.Println(link, resp.Proto)
} // via `the function ends with the body open`

func remove(hc *http.Client, link string) (int, error) {
	req, err := http.NewRequest(http.MethodDelete, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := hc.Do(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func viaTransport(req *http.Request) (string, error) {
	resp, err := http.DefaultTransport.RoundTrip(req) // want `never-closed`
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func fromWire(conn io.Reader) (http.Header, error) {
	resp, err := http.ReadResponse(bufio.NewReader(conn), nil) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return resp.Header, nil
}

func fromWireClosed(conn io.Reader) (http.Header, error) {
	resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return resp.Header, nil
}

func postThroughClient(hc *http.Client, sink string, body io.Reader) error {
	resp, err := hc.Post(sink, "application/json", body)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func formThroughClient(hc *http.Client, sink string, form url.Values) (err error) {
	answer, err := hc.PostForm(sink, form)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	_, err = io.Copy(io.Discard, answer.Body)
	return err
}
