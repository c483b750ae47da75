// errcapture: Do calls what closes, ExhaustClose reads to the end and closes.
package p

import (
	"io"
	"net/http"

	"github.com/efficientgo/tools/core/pkg/errcapture"
)

func closedByDo(link string) (text []byte, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer errcapture.Do(&err, resp.Body.Close, "close %s", link)
	return io.ReadAll(resp.Body)
}

func exhausted(link string) (status int, err error) {
	resp, err := http.Get(link)
	if err != nil {
		return 0, err
	}
	defer errcapture.ExhaustClose(&err, resp.Body, "close body")
	return resp.StatusCode, nil
}

func forgotten(link string) (status int, err error) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return resp.StatusCode, nil // via `returns with the body open`
	}
	defer errcapture.ExhaustClose(&err, resp.Body, "close body")
	return resp.StatusCode, nil
}
