// logerrcapture: Do calls what closes, ExhaustClose reads to the end and closes.
package p

import (
	"io"
	"net/http"

	"github.com/efficientgo/core/logerrcapture"
)

func closedByDo(logger logerrcapture.Logger, link string) (text []byte, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer logerrcapture.Do(logger, resp.Body.Close, "close %s", link)
	return io.ReadAll(resp.Body)
}

func exhausted(logger logerrcapture.Logger, link string) (status int, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return 0, err
	}
	defer logerrcapture.ExhaustClose(logger, resp.Body, "close body")
	return resp.StatusCode, nil
}

func forgotten(logger logerrcapture.Logger, link string) (status int, err error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return resp.StatusCode, nil // via `returns with the body open`
	}
	defer logerrcapture.ExhaustClose(logger, resp.Body, "close body")
	return resp.StatusCode, nil
}
