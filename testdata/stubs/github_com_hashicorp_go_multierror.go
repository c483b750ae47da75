// go-multierror: what is appended to is not nil, a prefix is given to errors only, and a group runs what it is given.
package p

import (
	"errors"
	"io"
	"net/http"

	"github.com/hashicorp/go-multierror"
)

var errStatus = errors.New("status")

// The deferred literal closes wherever an error is returned.
func appendedIsNoNil(link string) (body io.ReadCloser, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			resp.Body.Close()
		}
	}()
	if resp.StatusCode != http.StatusOK {
		return nil, multierror.Append(nil, errStatus)
	}
	return resp.Body, nil
}

func prefixedIsNil(link string) error {
	resp, err := http.Get(link)
	if err := multierror.Prefix(err, "get:"); err != nil {
		return err
	}
	return resp.Body.Close()
}

func closedByAGroup(links []string) error {
	var group multierror.Group
	for _, link := range links {
		resp, err := http.Get(link)
		if err != nil {
			return err
		}
		group.Go(func() error {
			defer resp.Body.Close()
			_, err := io.Copy(io.Discard, resp.Body)
			return err
		})
	}
	return group.Wait().ErrorOrNil()
}

func forgottenByAGroup(links []string) error {
	var group multierror.Group
	for _, link := range links {
		group.Go(func() error {
			resp, err := http.Get(link) // want `never-closed`
			if err != nil {
				return err
			}
			_, err = io.Copy(io.Discard, resp.Body)
			return err
		})
	}
	return group.Wait().ErrorOrNil()
}

// The group hands out the error of its only literal.
func filledByATask(link string) (int, error) {
	var group multierror.Group
	var resp *http.Response
	group.Go(func() (err error) {
		resp, err = http.Get(link)
		return err
	})
	if err := group.Wait().ErrorOrNil(); err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}
