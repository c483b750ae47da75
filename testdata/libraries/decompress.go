package p

// What reads from a body through a decompressor closes the decompressor, and not the body.
import (
	"io"
	"net/http"

	"github.com/andybalholm/brotli"
	"github.com/golang/snappy"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

func zstdOfBody(link string) ([]byte, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	d, err := zstd.NewReader(resp.Body)
	if err != nil {
		return nil, err
	}
	defer d.Close()
	return io.ReadAll(d)
}

func zstdAndBody(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	d, err := zstd.NewReader(resp.Body, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer d.Close()
	return io.ReadAll(d)
}

func byEncoding(link string) (io.Reader, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	switch resp.Header.Get("Content-Encoding") {
	case "br":
		return brotli.NewReader(resp.Body), nil
	case "snappy":
		return snappy.NewReader(resp.Body), nil
	case "gzip":
		return gzip.NewReader(resp.Body)
	}
	return nil, io.EOF
}
