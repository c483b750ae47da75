// A function that is returned beside the response: whether it closes is judged by its body.
package p

import (
	"bufio"
	"context"
	"io"
	"log"
	"net/http"
	"sync"
	"time"
)

func connect(u string) (*http.Response, func(), error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, func() {}, err
	}
	finish := func() {
		if err := resp.Body.Close(); err != nil {
			log.Print(err)
		}
	}
	return resp, finish, nil
}

func finished(u string) error {
	resp, finish, err := connect(u)
	if err != nil {
		return err
	}
	defer finish()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func finishedByLiteral(u string) (int, error) {
	resp, finish, err := connect(u)
	if err != nil {
		return 0, err
	}
	defer func() {
		log.Print("done")
		finish()
	}()
	return resp.StatusCode, nil
}

func closedByHand(u string) error {
	resp, _, err := connect(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// The function is dropped.
func droppedCloser(u string) (int, error) {
	resp, _, err := connect(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The function is called on one path only.
func finishedOnOnePath(u string) (int, error) {
	resp, finish, err := connect(u) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	if resp.StatusCode != http.StatusOK {
		return resp.StatusCode, nil // via `returns with the body open`
	}
	finish()
	return 0, nil
}

// The wrapper of a wrapper hands the function on, as it is or inside another one.
func connectAgain(u string) (*http.Response, func(), error) {
	resp, finish, err := connect(u)
	if err != nil {
		return nil, nil, err
	}
	var once sync.Once
	return resp, func() { once.Do(finish) }, nil
}

func finishedAgain(u string) (int, error) {
	resp, finish, err := connectAgain(u)
	if err != nil {
		return 0, err
	}
	defer finish()
	return resp.StatusCode, nil
}

func droppedAgain(u string) (int, error) {
	resp, _, err := connectAgain(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The function comes first, and cancels.
func limited(u string) (func(), *http.Response, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		cancel()
		return nil, nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		cancel()
		return nil, nil, err
	}
	return func() { cancel() }, resp, nil
}

func limitedAndStopped(u string) (int, error) {
	stop, resp, err := limited(u)
	if err != nil {
		return 0, err
	}
	defer stop()
	return resp.StatusCode, nil
}

func limitedForgotten(u string) (int, error) {
	_, resp, err := limited(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The function reads only.
func described(u string) (*http.Response, func() string, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, nil, err
	}
	return resp, func() string { return resp.Status }, nil
}

func onlyDescribed(u string) (string, error) {
	_, describe, err := described(u) // want `discarded-response`
	if err != nil {
		return "", err
	}
	return describe(), nil
}

func describedAndClosed(u string) (string, error) {
	resp, describe, err := described(u)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return describe(), nil
}

// A switch that is set later decides whether the function closes.
func switched(u string) (*http.Response, func(), error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, nil, err
	}
	isDone := false
	return resp, func() {
		if !isDone {
			isDone = true
			resp.Body.Close()
		}
	}, nil
}

func switchedOff(u string) (string, error) {
	resp, finish, err := switched(u)
	if err != nil {
		return "", err
	}
	defer finish()
	return bufio.NewReader(resp.Body).ReadString('\n')
}

// A function value of which only the type is known: what else would the function be for?
type opener struct {
	open func(u string) (*http.Response, func() error, error)
}

func (o opener) opened(u string) (int, error) {
	resp, finish, err := o.open(u)
	if err != nil {
		return 0, err
	}
	defer finish()
	return resp.StatusCode, nil
}

func (o opener) openedForgotten(u string) (int, error) {
	resp, finish, err := o.open(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	_ = finish
	return resp.StatusCode, nil
}
