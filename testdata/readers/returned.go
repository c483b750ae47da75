// A body that is returned only inside a reader through which it cannot be closed is lost at that return.
package readers

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"net/http"
)

func lines(u string) (*bufio.Scanner, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return nil, err
	}
	in := bufio.NewScanner(resp.Body)
	in.Buffer(nil, 1<<20)
	return in, nil // via `returns with the body open`
}

func rows(u string) (*csv.Reader, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return nil, err
	}
	in := csv.NewReader(bufio.NewReader(resp.Body))
	in.Comma = ';'
	return in, nil
}

func decoder(u string) (in *xml.Decoder, err error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return
	}
	in = xml.NewDecoder(resp.Body)
	return
}

// Closed where nothing is returned.
func decoderIfFound(u string) (*json.Decoder, error) {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return json.NewDecoder(resp.Body), nil // via `returns with the body open`
}

// The Close of the reader leaves the body open.
func unpacked(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return gzip.NewReader(resp.Body)
}

func withoutClose(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.NopCloser(resp.Body), nil
}

// A caller of an interface without a Close may look for one.
func plain(u string) (io.Reader, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return bufio.NewReader(resp.Body), nil
}

func withCloser(u string) (*bufio.Reader, io.Closer, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, nil, err
	}
	return bufio.NewReader(resp.Body), resp.Body, nil
}

func withFunction(u string) (*bufio.Reader, func(), error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, nil, err
	}
	return bufio.NewReader(resp.Body), func() { resp.Body.Close() }, nil
}

func withCancel(ctx context.Context, u string) (*bufio.Reader, func(), error) {
	ctx, cancel := context.WithCancel(ctx)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		cancel()
		return nil, nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		cancel()
		return nil, nil, err
	}
	return bufio.NewReader(resp.Body), cancel, nil
}

type feed struct {
	*bufio.Reader
	body io.Closer
}

func inStruct(u string) (*feed, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return &feed{bufio.NewReader(resp.Body), resp.Body}, nil
}
