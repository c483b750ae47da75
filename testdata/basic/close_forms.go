// The ways in which people write the close; none of them leaks.
package p

import (
	"errors"
	"io"
	"log"
	"net/http"
)

func deferred(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func readThenClose(link string) (string, error) {
	resp, err := http.Get(link)
	if err != nil {
		return "", err
	}
	text, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return "", err
	}
	return string(text), nil
}

func blankClose(link string) int {
	resp, err := http.Get(link)
	if err != nil {
		return 0
	}
	_ = resp.Body.Close()
	return resp.StatusCode
}

func closeErrorLogged(link string) {
	resp, err := http.Get(link)
	if err != nil {
		log.Print(err)
		return
	}
	if closeErr := resp.Body.Close(); closeErr != nil {
		log.Print("closing ", link, ": ", closeErr)
	}
}

func closeErrorJoined(link string) (err error) {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	_, copyErr := io.Copy(io.Discard, resp.Body)
	return errors.Join(copyErr, resp.Body.Close())
}

func deferredLiteral(link string) (n int64, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return 0, err
	}
	defer func() {
		if closeErr := resp.Body.Close(); closeErr != nil && err == nil {
			err = closeErr
		}
	}()
	return io.Copy(io.Discard, resp.Body)
}

func parenthesised(link string) error {
	resp, err := (http.Get)(link)
	if err != nil {
		return err
	}
	return ((resp.Body).Close())
}

// Close is called as a method expression.
func methodExpression(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	return io.Closer.Close(resp.Body)
}

// Write sends the response on and closes its body.
func writtenOn(link string, to io.Writer) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	return resp.Write(to)
}

func closedTwice(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return errors.Join(err, resp.Body.Close())
}
