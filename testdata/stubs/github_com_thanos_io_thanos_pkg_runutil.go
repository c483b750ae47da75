// runutil: closes with the error captured or logged, and calls again what fails.
package p

import (
	"io"
	"net/http"
	"time"

	"github.com/go-kit/log"
	"github.com/thanos-io/thanos/pkg/runutil"
)

func captured(link string) (text []byte, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer runutil.CloseWithErrCapture(&err, resp.Body, "close body of %s", link)
	return io.ReadAll(resp.Body)
}

func exhausted(logger log.Logger, link string) (int, error) {
	resp, err := http.Get(link)
	if err != nil {
		return 0, err
	}
	defer runutil.ExhaustCloseWithLogOnErr(logger, resp.Body, "close body")
	return resp.StatusCode, nil
}

func retried(stop <-chan struct{}, link string) (int, error) {
	var resp *http.Response
	err := runutil.Retry(time.Second, stop, func() error {
		var err error
		resp, err = http.Get(link)
		return err
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}

func retriedForgets(logger log.Logger, stop <-chan struct{}, link string) (int, error) {
	var resp *http.Response
	err := runutil.RetryWithLog(logger, time.Second, stop, func() error {
		var err error
		resp, err = http.Get(link) // want `never-closed`
		return err
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func repeatedForgets(stop <-chan struct{}, link string) (int, error) {
	var resp *http.Response
	err := runutil.Repeat(time.Second, stop, func() error {
		var err error
		resp, err = http.Get(link) // want `never-closed`
		return err
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
