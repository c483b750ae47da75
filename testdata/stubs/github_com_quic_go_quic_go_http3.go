// http3: transports as in net/http.
package p

import (
	"context"
	"net/http"

	"github.com/quic-go/quic-go/http3"
)

func closed(req *http.Request) (int, error) {
	tr := &http3.Transport{}
	defer tr.Close()
	resp, err := tr.RoundTrip(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func cancelled(tr *http3.Transport, req *http.Request) (int, error) {
	ctx, cancel := context.WithCancel(req.Context())
	defer cancel()
	resp, err := tr.RoundTrip(req.WithContext(ctx))
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func stream(s *http3.RequestStream) (int, error) {
	resp, err := s.ReadResponse()
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func forwarded(tr *http3.Transport, from, link string) error {
	got, err := http.Get(from)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPost, link, got.Body)
	if err != nil {
		got.Body.Close()
		return err
	}
	resp, err := tr.RoundTrip(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func transport(tr *http3.Transport, req *http.Request) (int, error) {
	resp, err := tr.RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func cached(tr *http3.Transport, req *http.Request) (int, error) {
	resp, err := tr.RoundTripOpt(req, http3.RoundTripOpt{OnlyCachedConn: true}) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func older(tr *http3.RoundTripper, req *http.Request) (int, error) {
	resp, err := tr.RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func olderCached(tr *http3.RoundTripper, req *http.Request) (int, error) {
	resp, err := tr.RoundTripOpt(req, http3.RoundTripOpt{OnlyCachedConn: true}) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func conn(c *http3.ClientConn, req *http.Request) (int, error) {
	resp, err := c.RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func single(c *http3.SingleDestinationRoundTripper, req *http.Request) (int, error) {
	resp, err := c.RoundTrip(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
