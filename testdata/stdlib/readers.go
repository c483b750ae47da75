// Readers of the standard library read; none of them closes what it reads from.
package p

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/zlib"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"image"
	"io"
	"log"
	"net/http"
	"net/http/httputil"
	"net/textproto"
	"os"
	"text/template"
)

func xmlFeed(link string) (titles []string, err error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	var feed struct {
		Titles []string `xml:"channel>item>title"`
	}
	err = xml.NewDecoder(resp.Body).Decode(&feed)
	return feed.Titles, err
}

func picture(link string) (image.Image, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	img, _, err := image.Decode(resp.Body)
	return img, err
}

func pictureClosed(link string) (image.Image, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	img, _, err := image.Decode(resp.Body)
	return img, err
}

func table(link string) ([][]string, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	records := csv.NewReader(bufio.NewReader(resp.Body))
	return records.ReadAll()
}

func archive(link string) (*zip.Reader, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	var all bytes.Buffer
	size, err := all.ReadFrom(resp.Body)
	if err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(all.Bytes()), size)
}

func checksum(link string) (string, error) {
	resp, err := http.Get(link)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	first := make([]byte, 32)
	if _, err := io.ReadFull(resp.Body, first); err != nil {
		return "", err
	}
	return hex.EncodeToString(first), nil
}

// A tee reads from one and writes to another.
func tee(link string, v any) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	return json.NewDecoder(io.TeeReader(resp.Body, log.Writer())).Decode(v)
}

func deflated(link string) ([]byte, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	plain, err := zlib.NewReader(resp.Body)
	if err != nil {
		return nil, err
	}
	defer plain.Close()
	return io.ReadAll(plain)
}

// A dump with the body reads it and puts a copy in its place; the contract of Close stays.
func dumped(link string) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	text, err := httputil.DumpResponse(resp, true)
	log.Printf("%s", text)
	return err
}

func toFile(link, path string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	text, err := io.ReadAll(resp.Body)
	if err != nil { // via `when this is true`
		return err // via `returns with the body open`
	}
	resp.Body.Close()
	return os.WriteFile(path, text, 0o600)
}

func mimeHeader(link string) (textproto.MIMEHeader, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return textproto.NewReader(bufio.NewReader(resp.Body)).ReadMIMEHeader()
}

// The template gets the response as data; it may print it, it cannot close it.
func page(link string, to io.Writer, t *template.Template) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return t.Execute(to, resp)
}
