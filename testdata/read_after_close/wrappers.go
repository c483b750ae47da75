package readafterclose

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"time"
)

// briefly returns a response whose context is cancelled.
func briefly(ctx context.Context, link string) (*http.Response, error) {
	ctx, stop := context.WithTimeout(ctx, time.Second)
	defer stop() // via `cancels the context of the request when it returns`
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func readsCancelled(ctx context.Context, link string) ([]byte, error) {
	page, err := briefly(ctx, link) // want `read-after-close`
	if err != nil {
		return nil, err
	}
	defer page.Body.Close()
	return io.ReadAll(page.Body)
}

func statusOfCancelled(ctx context.Context, link string) (int, error) {
	page, err := briefly(ctx, link)
	if err != nil {
		return 0, err
	}
	defer page.Body.Close()
	return page.StatusCode, nil
}

// passedOn is a wrapper of the wrapper.
func passedOn(ctx context.Context, link string) (*http.Response, error) {
	page, err := briefly(ctx, link)
	if err != nil {
		return nil, errors.New("unreachable")
	}
	return page, nil
}

func readsPassedOn(ctx context.Context, link string, into any) error {
	page, err := passedOn(ctx, link) // want `read-after-close`
	if err != nil {
		return err
	}
	return json.NewDecoder(page.Body).Decode(into)
}

// endpoint has a method that closes.
type endpoint struct {
	client *http.Client
	base   string
}

func (e *endpoint) send(path string) (*http.Response, error) {
	page, err := e.client.Get(e.base + path)
	if err != nil {
		return nil, err
	}
	defer page.Body.Close() // via `closes the body when it returns`
	if page.StatusCode >= 400 {
		return nil, errors.New(page.Status)
	}
	return page, nil
}

func (e *endpoint) users(into any) error {
	page, err := e.send("/users") // want `read-after-close`
	if err != nil {
		return err
	}
	return json.NewDecoder(page.Body).Decode(into)
}

func (e *endpoint) exists(path string) bool {
	page, err := e.send(path)
	return err == nil && page.StatusCode == http.StatusOK
}

// envelope is a response beside its text, which was read before.
type envelope struct {
	page *http.Response
	text []byte
}

func (e *endpoint) fetch(path string) (*envelope, error) {
	page, err := e.client.Get(e.base + path)
	if err != nil {
		return nil, err
	}
	defer page.Body.Close()
	text, err := io.ReadAll(page.Body)
	if err != nil {
		return nil, err
	}
	return &envelope{page: page, text: text}, nil
}

func (e *endpoint) readsText(into any) error {
	got, err := e.fetch("/text")
	if err != nil {
		return err
	}
	return json.Unmarshal(got.text, into)
}

func (e *endpoint) readsBodyAgain(into any) error {
	got, err := e.fetch("/text") // want `read-after-close`
	if err != nil {
		return err
	}
	return json.NewDecoder(got.page.Body).Decode(into)
}

// kept is a copy that can be read.
func kept(ctx context.Context, link string) (*http.Response, error) {
	ctx, stop := context.WithTimeout(ctx, time.Second)
	defer stop()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return nil, err
	}
	page, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer page.Body.Close()
	text, err := io.ReadAll(page.Body)
	if err != nil {
		return nil, err
	}
	page.Body = io.NopCloser(bytes.NewReader(text))
	return page, nil
}

func readsKept(ctx context.Context, link string) ([]byte, error) {
	page, err := kept(ctx, link)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(page.Body)
}

// withStop gives the cancel to its caller.
func withStop(ctx context.Context, link string) (*http.Response, context.CancelFunc, error) {
	ctx, stop := context.WithTimeout(ctx, time.Second)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		stop()
		return nil, nil, err
	}
	page, err := http.DefaultClient.Do(req)
	if err != nil {
		stop()
		return nil, nil, err
	}
	return page, stop, nil
}

func readsBeforeStop(ctx context.Context, link string) ([]byte, error) {
	page, stop, err := withStop(ctx, link)
	if err != nil {
		return nil, err
	}
	defer stop()
	defer page.Body.Close()
	return io.ReadAll(page.Body)
}

// stopping is a body whose Close cancels.
type stopping struct {
	io.ReadCloser
	stop func()
}

func (s *stopping) Close() error {
	defer s.stop()
	return s.ReadCloser.Close()
}

func stopsAtClose(ctx context.Context, link string) (page *http.Response, err error) {
	ctx, stop := context.WithTimeout(ctx, time.Second)
	defer func() {
		if err != nil {
			stop()
		}
	}()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return nil, err
	}
	page, err = http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	page.Body = &stopping{page.Body, stop}
	return page, nil
}

func readsStopping(ctx context.Context, link string) ([]byte, error) {
	page, err := stopsAtClose(ctx, link)
	if err != nil {
		return nil, err
	}
	defer page.Body.Close()
	return io.ReadAll(page.Body)
}

// retried closes the responses of failed attempts only.
func retried(link string) (*http.Response, error) {
	for attempt := 0; ; attempt++ {
		page, err := http.Get(link)
		if err != nil {
			return nil, err
		}
		if page.StatusCode < 500 || attempt == 3 {
			return page, nil
		}
		page.Body.Close()
	}
}

func readsRetried(link string) ([]byte, error) {
	page, err := retried(link)
	if err != nil {
		return nil, err
	}
	defer page.Body.Close()
	return io.ReadAll(page.Body)
}

// perhaps closes on one of its successful paths: which one is taken is not known here.
func perhaps(link string, keep bool) (*http.Response, error) {
	page, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	if !keep {
		page.Body.Close()
	}
	return page, nil
}

func readsPerhaps(link string, keep bool) ([]byte, error) {
	page, err := perhaps(link, keep)
	if err != nil {
		return nil, err
	}
	defer page.Body.Close()
	return io.ReadAll(page.Body)
}

func readsNotKept(link string) ([]byte, error) {
	page, err := perhaps(link, false) // missed: read-after-close of an answer that depends on an argument
	if err != nil {
		return nil, err
	}
	return io.ReadAll(page.Body)
}

// opener is implemented by one type, which closes.
type opener interface {
	open(link string) (io.ReadCloser, error)
}

type hasty struct{}

func (hasty) open(link string) (io.ReadCloser, error) {
	page, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer page.Body.Close()
	return page.Body, nil
}

func readsOpened(o opener, link string) ([]byte, error) {
	page, err := o.open(link) // want `read-after-close`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(page)
}
