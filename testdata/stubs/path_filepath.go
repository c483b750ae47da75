// path/filepath: WalkDir calls its function for each entry, and returns its error.
package p

import (
	"io/fs"
	"net/http"
	"path/filepath"
)

func forgets(root, link string) (int, error) {
	var resp *http.Response
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err == nil {
			resp, err = http.Get(link + path) // want `never-closed`
		}
		return err
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func closes(root, link string) error {
	return filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		resp, err := http.Get(link + path)
		if err != nil {
			return err
		}
		return resp.Body.Close()
	})
}
