// The same body under another name.
package p

import (
	"errors"
	"io"
	"net/http"
	"os"
	"strings"
)

func bodyVariable(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	body := resp.Body
	defer body.Close()
	return io.ReadAll(body)
}

func bodyVariableOpen(link string) ([]byte, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	body := resp.Body
	return io.ReadAll(body)
}

func asCloser(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	var c io.Closer = resp.Body
	return c.Close()
}

// As a reader it cannot be closed any more.
func asReader(link string) (string, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return "", err
	}
	var r io.Reader = resp.Body
	text, err := io.ReadAll(r)
	return string(text), err
}

func assertedBack(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	var r io.Reader = resp.Body
	if c, ok := r.(io.Closer); ok {
		return c.Close()
	}
	return nil
}

func secondName(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	answer := resp
	if answer.StatusCode != http.StatusOK {
		resp.Body.Close()
		return errors.New(answer.Status)
	}
	return answer.Body.Close()
}

func secondNameForgets(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	answer := resp
	if answer.StatusCode != http.StatusOK { // via `when this is true`
		return errors.New(answer.Status) // via `returns with the body open`
	}
	return resp.Body.Close()
}

// The first name is used for something else; the second one still knows the body.
func nameMovesOn(a, b string) error {
	resp, err := http.Get(a)
	if err != nil {
		return err
	}
	first := resp
	defer first.Body.Close()
	resp, err = http.Get(b)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

func fileOrLink(source string) (int64, error) {
	var in io.ReadCloser
	if strings.Contains(source, "://") {
		resp, err := http.Get(source)
		if err != nil {
			return 0, err
		}
		in = resp.Body
	} else {
		file, err := os.Open(source)
		if err != nil {
			return 0, err
		}
		in = file
	}
	defer in.Close()
	return io.Copy(io.Discard, in)
}

// The reader that is used may be the file or the body; only the file is closed.
func fileOrLinkForgets(source string) (int64, error) {
	var in io.Reader
	if strings.Contains(source, "://") {
		resp, err := http.Get(source) // want `never-closed`
		if err != nil {
			return 0, err
		}
		in = resp.Body
	} else {
		file, err := os.Open(source)
		if err != nil {
			return 0, err
		}
		defer file.Close()
		in = file
	}
	return io.Copy(io.Discard, in)
}

func pointerToBody(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	body := &resp.Body
	return (*body).Close()
}

func structCopy(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	shallow := *resp
	return shallow.Body.Close()
}
