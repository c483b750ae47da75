package p

// A helper that closes on some of its ways out: the path says by which one it left the response open.
import (
	"errors"
	"io"
	"net/http"
)

func drained(resp *http.Response) error {
	if resp.StatusCode > 299 {
		return errors.New(resp.Status)
	}
	_, err := io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
	return err
}

func drains(u string) error {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	return drained(resp) // via `returns without closing`
}

func drainsAll(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return drained(resp)
}
