// flag: the function of a flag is called where the arguments are read, which is not followed.
package p

import (
	"flag"
	"io"
	"net/http"
	"os"
)

func saves(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	flag.Func("save", "the `file` to save the page to", func(name string) error {
		defer resp.Body.Close()
		file, err := os.Create(name)
		if err != nil {
			return err
		}
		defer file.Close()
		_, err = io.Copy(file, resp.Body)
		return err
	})
	return nil
}

func forgets() (int, error) {
	resp, err := http.Get(flag.Arg(0)) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
