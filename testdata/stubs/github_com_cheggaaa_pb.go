// pb: a reader of a bar closes what it reads from when it is closed itself.
package p

import (
	"io"
	"net/http"

	"github.com/cheggaaa/pb/v3"
)

func forgets(link string, w io.Writer, bar *pb.ProgressBar) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	_, err = io.Copy(w, bar.NewProxyReader(resp.Body))
	return err
}

func closes(link string, w io.Writer, bar *pb.ProgressBar) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(w, bar.NewProxyReader(resp.Body))
	return err
}

func closesReader(link string, w io.Writer, bar *pb.ProgressBar) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	r := bar.NewProxyReader(resp.Body)
	defer r.Close()
	_, err = io.Copy(w, r)
	return err
}
