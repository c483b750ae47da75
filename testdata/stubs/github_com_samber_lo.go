// lo: Must panics where there is an error and passes on all else; functions that it is given are called.
package p

import (
	"io"
	"net/http"

	"github.com/samber/lo"
)

func mustForgets(link string) int {
	resp := lo.Must(http.Get(link)) // want `never-closed`
	return resp.StatusCode
}

func mustCloses(link string) []byte {
	resp := lo.Must(http.Get(link))
	defer resp.Body.Close()
	return lo.Must(io.ReadAll(resp.Body))
}

func mustNoError(link string) int {
	resp, err := http.Get(link)
	lo.Must0(err)
	defer resp.Body.Close()
	return resp.StatusCode
}

func attemptForgets(link string) (int, error) {
	var resp *http.Response
	_, err := lo.Attempt(3, func(int) error {
		var err error
		resp, err = http.Get(link) // want `never-closed`
		return err
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

type refused struct{}

func (refused) Error() string { return "refused" }

func found(link string) error {
	resp, err := http.Get(link)
	if _, ok := lo.ErrorsAs[refused](err); ok {
		return nil
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func closedInTheBackground(link string) (<-chan struct{}, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return lo.Async0(func() {
		defer resp.Body.Close()
		io.Copy(io.Discard, resp.Body)
	}), nil
}

func mustCopy(link string) {
	resp := lo.Must(http.Get(link))
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		lo.Must0(err, "copy")
		return
	}
	resp.Body.Close()
}

func tryForgets(link string) int {
	var resp *http.Response
	lo.Try(func() error {
		var err error
		resp, err = http.Get(link) // want `never-closed`
		return err
	})
	return resp.StatusCode
}

// The last try may be liked, those before it are overwritten.
func waitOverwrites(link string) (int, error) {
	var resp *http.Response
	lo.WaitFor(func(int) bool {
		resp, _ = http.Get(link) // want `overwritten-response`
		return resp != nil && resp.StatusCode == http.StatusOK
	}, 0, 0)
	if resp == nil {
		return 0, nil
	}
	return resp.StatusCode, resp.Body.Close()
}
