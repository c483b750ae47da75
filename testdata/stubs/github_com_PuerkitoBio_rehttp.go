// rehttp: a transport that closes the responses before the last one.
package p

import (
	"context"
	"net/http"
	"time"

	"github.com/PuerkitoBio/rehttp"
)

func closed(req *http.Request) (int, error) {
	tr := rehttp.NewTransport(nil, rehttp.RetryMaxRetries(3), rehttp.ConstDelay(time.Second))
	resp, err := tr.RoundTrip(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func cancelled(tr *rehttp.Transport, req *http.Request) (int, error) {
	ctx, cancel := context.WithCancel(req.Context())
	defer cancel()
	resp, err := tr.RoundTrip(req.WithContext(ctx))
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func forgets(tr *rehttp.Transport, req *http.Request) (int, error) {
	resp, err := tr.RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
