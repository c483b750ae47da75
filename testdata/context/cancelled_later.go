// The cancel comes after no variable holds the response any more: it releases the response all the same.
package p

import (
	"context"
	"errors"
	"net/http"
	"time"
)

func get(ctx context.Context, u string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func discarded(u string) error {
	ctx, cancel := context.WithCancel(context.Background())
	_, err := get(ctx, u)
	cancel()
	return err
}

func discardedOnOnePath(u string, wait bool) error {
	ctx, cancel := context.WithCancel(context.Background())
	_, err := get(ctx, u) // want `discarded-response`
	if wait {
		return err
	}
	cancel()
	return err
}

func overwritten(u, v string) (int, error) {
	ctx, cancel := context.WithCancel(context.Background())
	resp, err := get(ctx, u)
	if err != nil {
		cancel()
		return 0, err
	}
	resp, err = get(context.Background(), v)
	cancel()
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

// The goroutine drops the response, the function around it cancels.
func inGoroutine(u string) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	done := make(chan error, 1)
	go func() {
		resp, err := get(ctx, u)
		if err == nil && resp.StatusCode != http.StatusOK {
			err = errors.New("status")
		}
		done <- err
	}()
	err := <-done
	cancel()
	return err
}

func inLiteral(u string) (status int) {
	ctx, cancel := context.WithCancel(context.Background())
	func() {
		if resp, err := get(ctx, u); err == nil {
			status = resp.StatusCode
		}
	}()
	cancel()
	return status
}

func inGoroutineForgotten(u string) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	done := make(chan error, 1)
	go func() {
		resp, err := get(ctx, u) // want `never-closed`
		if err == nil && resp.StatusCode != http.StatusOK {
			err = errors.New("status")
		}
		done <- err
	}()
	if err := <-done; err != nil {
		return err
	}
	time.AfterFunc(time.Hour, func() { println("late") })
	_ = cancel
	return nil
}

// A struct keeps the cancel, and its method calls it.
type trip struct {
	ctx  context.Context
	stop context.CancelFunc
}

func newTrip() *trip {
	ctx, stop := context.WithCancel(context.Background())
	return &trip{ctx: ctx, stop: stop}
}

func (t *trip) get(u string) (*http.Response, error) { return get(t.ctx, u) }

func (t *trip) end() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
}

func (t *trip) endIf(isOver bool) {
	if isOver {
		t.stop()
	}
}

func ended(u string) (int, error) {
	t := newTrip()
	resp, err := t.get(u)
	if err != nil {
		return 0, err
	}
	t.end()
	return resp.StatusCode, nil
}

func endedAtTheEnd(u string) (int, error) {
	t := newTrip()
	defer t.end()
	resp, err := t.get(u)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func endTrip(t *trip) { t.end() }

func endedByHelper(u string) (int, error) {
	t := newTrip()
	resp, err := t.get(u)
	if err != nil {
		return 0, err
	}
	endTrip(t)
	return resp.StatusCode, nil
}

func endedIf(u string) (int, error) {
	t := newTrip()
	resp, err := t.get(u) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	t.endIf(resp.StatusCode == http.StatusOK)
	return resp.StatusCode, nil // via `returns with the body open`
}

func neverEnded(u string) (int, error) {
	t := newTrip()
	resp, err := t.get(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
