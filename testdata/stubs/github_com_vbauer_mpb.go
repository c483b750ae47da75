// mpb: a reader of a bar closes what it reads from when it is closed itself.
package p

import (
	"io"
	"net/http"

	"github.com/vbauer/mpb/v8"
)

func forgets(link string, w io.Writer, bar *mpb.Bar) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	_, err = io.Copy(w, bar.ProxyReader(resp.Body))
	return err
}

func closes(link string, w io.Writer, bar *mpb.Bar) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(w, bar.ProxyReader(resp.Body))
	return err
}

func closesReader(link string, w io.Writer, bar *mpb.Bar) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	r := bar.ProxyReader(resp.Body)
	defer r.Close()
	_, err = io.Copy(w, r)
	return err
}
