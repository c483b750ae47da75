// New Relic: a round tripper sends as the one in it.
package p

import (
	"io"
	"net/http"

	"github.com/newrelic/go-agent/v3/newrelic"
)

func forgets(req *http.Request) ([]byte, error) {
	resp, err := newrelic.NewRoundTripper(http.DefaultTransport).RoundTrip(req) // want `never-closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func closes(req *http.Request) ([]byte, error) {
	resp, err := newrelic.NewRoundTripper(http.DefaultTransport).RoundTrip(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
