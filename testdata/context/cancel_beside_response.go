package p

// The wrapper hands over the response and the cancel of its request; calling that cancel discharges.
import (
	"context"
	"io"
	"net/http"
	"time"
)

func send(ctx context.Context, req *http.Request) (*http.Response, context.CancelFunc, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	resp, err := http.DefaultClient.Do(req.WithContext(ctx))
	if err != nil {
		cancel()
		return nil, nil, err
	}
	return resp, cancel, nil
}

func direct(ctx context.Context, req *http.Request) error {
	resp, cancel, err := send(ctx, req)
	if err != nil {
		return err
	}
	defer cancel()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func finish(resp *http.Response, cancel context.CancelFunc) error {
	_, err := io.Copy(io.Discard, resp.Body)
	cancel()
	return err
}

func byHelper(ctx context.Context, req *http.Request) error {
	resp, cancel, err := send(ctx, req)
	if err != nil {
		return err
	}
	return finish(resp, cancel)
}
