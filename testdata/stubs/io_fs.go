// io/fs: WalkDir calls its function for each entry, and returns its error.
package p

import (
	"io/fs"
	"net/http"
)

func forgets(fsys fs.FS, link string) (int, error) {
	var resp *http.Response
	err := fs.WalkDir(fsys, ".", func(path string, entry fs.DirEntry, err error) error {
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

func closes(fsys fs.FS, link string) error {
	return fs.WalkDir(fsys, ".", func(path string, entry fs.DirEntry, err error) error {
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

// The walk ends with the first entry.
func first(fsys fs.FS, link string) (int, error) {
	var resp *http.Response
	err := fs.WalkDir(fsys, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		resp, err = http.Get(link + path) // wrong: WalkDir returns no error where its function returns fs.SkipAll
		if err != nil {
			return err
		}
		return fs.SkipAll
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}
