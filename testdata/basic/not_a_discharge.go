// What people believe to release the connection, and does not.
package p

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"time"
)

func requestClose(hc *http.Client, link string) (int, error) {
	req, err := http.NewRequest(http.MethodGet, link, http.NoBody)
	if err != nil {
		return 0, err
	}
	req.Close = true
	resp, err := hc.Do(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func withTimeout(link string) (int, error) {
	hc := http.Client{Timeout: 3 * time.Second}
	resp, err := hc.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func keepAlivesOff(link string) (int, error) {
	hc := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	defer hc.CloseIdleConnections()
	resp, err := hc.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func drained(link string) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func noOpCloser(link string) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	quiet := io.NopCloser(resp.Body)
	return quiet.Close()
}

// The gzip reader closes itself, not what it reads from.
func gzipCloses(link string) ([]byte, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	unpacked, err := gzip.NewReader(resp.Body)
	if err != nil {
		return nil, err
	}
	defer unpacked.Close()
	return io.ReadAll(unpacked)
}

func responseCloseFlag(link string) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	resp.Close = true
	return nil
}

// The body of the request is closed, the body of its answer is not.
func closesTheWrongBody(payload []byte, link string) error {
	req, err := http.NewRequest(http.MethodPut, link, bytes.NewReader(payload))
	if err != nil {
		return err
	}
	defer req.Body.Close()
	resp, err := http.DefaultClient.Do(req) // want `never-closed`
	if err != nil {
		return err
	}
	_, err = io.ReadAll(resp.Body)
	return err
}

func gzipAndBody(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	unpacked, err := gzip.NewReader(resp.Body)
	if err != nil {
		return nil, err
	}
	defer unpacked.Close()
	return io.ReadAll(unpacked)
}

// io.NopCloser hides the body from the one who gets it; the close of the original counts.
func noOpCloserAndBody(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json(io.NopCloser(resp.Body))
}

func json(r io.ReadCloser) error {
	_, err := io.Copy(io.Discard, r)
	return err
}
