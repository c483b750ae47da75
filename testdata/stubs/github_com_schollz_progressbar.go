// progressbar: a reader of a bar closes what it reads from when it is closed itself.
package p

import (
	"io"
	"net/http"

	"github.com/schollz/progressbar/v3"
)

func forgets(link string, w io.Writer, bar *progressbar.ProgressBar) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	r := progressbar.NewReader(resp.Body, bar)
	_, err = io.Copy(w, &r)
	return err
}

func closes(link string, w io.Writer, bar *progressbar.ProgressBar) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	r := progressbar.NewReader(resp.Body, bar)
	_, err = io.Copy(w, &r)
	return err
}

func closesReader(link string, w io.Writer, bar *progressbar.ProgressBar) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	r := progressbar.NewReader(resp.Body, bar)
	defer r.Close()
	_, err = io.Copy(w, &r)
	return err
}
