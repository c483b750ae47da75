// runutil: each of these closes what it gets.
package p

import (
	"io"
	"net/http"

	"github.com/grafana/dskit/runutil"
)

func logged(link string, logger any) (int, error) {
	resp, err := http.Get(link)
	if err != nil {
		return 0, err
	}
	defer runutil.CloseWithLogOnErr(logger, resp.Body, "close")
	return resp.StatusCode, nil
}

func captured(link string) (err error) {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer runutil.ExhaustCloseWithErrCapture(&err, resp.Body, "close")
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func onOnePath(link string, logger any) (int, error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	if resp.StatusCode == http.StatusOK {
		runutil.ExhaustCloseWithLogOnErr(logger, resp.Body, "close")
	}
	return resp.StatusCode, nil
}
