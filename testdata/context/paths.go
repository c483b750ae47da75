// The cancel is called on some ways only, or far away.
package p

import (
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"os/signal"
	"time"
)

func cancelOnFailureOnly(link string) error {
	ctx, cancel := context.WithCancel(context.Background())
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		cancel()
		return err
	}
	resp, err := http.DefaultClient.Do(req) // want `leaks-on-path`
	if err != nil {
		cancel()
		return err
	}
	if resp.StatusCode != http.StatusOK { // via `when this is false`
		cancel()
		return errors.New(resp.Status)
	}
	return nil // via `returns with the body open`
}

func cancelOnEachWay(link string) error {
	ctx, cancel := context.WithCancel(context.Background())
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		cancel()
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		cancel()
		return err
	}
	if resp.StatusCode != http.StatusOK {
		cancel()
		return errors.New(resp.Status)
	}
	cancel()
	return nil
}

// The cancel is there and forgotten.
func cancelNeverCalled(link string) error {
	ctx, cancel := context.WithCancel(context.Background())
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		cancel()
		return err
	}
	resp, err := http.DefaultClient.Do(req) // want `never-closed`
	if err != nil {
		return err
	}
	_, err = io.ReadAll(resp.Body)
	return err
}

func stop(cancel context.CancelFunc) { cancel() }

func cancelByHelper(link string) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer stop(cancel)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return err
	}
	_, err = http.DefaultClient.Do(req)
	return err
}

func cancelByTimer(link string) (int, error) {
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		time.Sleep(time.Minute)
		cancel()
	}()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

type job struct{ abort context.CancelFunc }

func (j *job) start(link string) error {
	ctx, cancel := context.WithCancel(context.Background())
	j.abort = cancel
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return err
	}
	_, err = http.DefaultClient.Do(req)
	return err
}

func cancelReturned(link string) (string, context.CancelFunc, error) {
	ctx, cancel := context.WithCancel(context.Background())
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		cancel()
		return "", nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		cancel()
		return "", nil, err
	}
	return resp.Status, cancel, nil
}

func untilInterrupt(link string) error {
	ctx, stopSignals := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stopSignals()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return err
	}
	_, err = http.DefaultClient.Do(req)
	return err
}

func brief(parent context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(parent, time.Second)
}

func cancelFromHelper(link string) (string, error) {
	ctx, cancel := brief(context.Background())
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return "", err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

// One deferred cancel covers every round.
func coversRounds(links []string) (last string, err error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	for _, link := range links {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
		if err != nil {
			return "", err
		}
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			continue
		}
		last = resp.Status
	}
	return last, nil
}

// The second request has no context.
func coversOne(a, b string) (int, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, a, nil)
	if err != nil {
		return 0, err
	}
	first, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	second, err := http.Get(b) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return first.StatusCode + second.StatusCode, nil
}
