package fixture

import (
	"context"
	"net/http"
)

// A method may store the context that it gets in its receiver: what the receiver fetches later is released with it.
type job struct {
	ctx context.Context
}

func (j *job) use(ctx context.Context) { j.ctx = ctx }

func (j *job) fetch(u string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(j.ctx, http.MethodGet, u, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func storedInReceiver(u string) (int, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	j := &job{}
	j.use(ctx)
	resp, err := j.fetch(u)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func storedInAnother(u string) (int, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	j, other := &job{}, &job{}
	other.use(ctx)
	resp, err := j.fetch(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// A literal that escapes may cancel what it mentions, and nothing else.
func cancelEscapes(register func(func()), u string) (int, error) {
	ctx, cancel := context.WithCancel(context.Background())
	register(func() { cancel() })
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func anotherCancelEscapes(register func(func()), u string) (int, error) {
	_, other := context.WithCancel(context.Background())
	ctx, cancel := context.WithCancel(context.Background())
	register(func() { other() })
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		cancel()
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req) // want `never-closed`
	if err != nil {
		cancel()
		return 0, err
	}
	return resp.StatusCode, nil
}

type pool struct {
	in, out chan context.Context
	closed  bool
}

// A context that comes back from elsewhere carries the one that was given away.
func (p *pool) wrap(ctx context.Context) context.Context {
	p.in <- ctx
	return <-p.out
}

func wrappedElsewhere(u string) (int, error) {
	p := &pool{in: make(chan context.Context), out: make(chan context.Context)}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	req, err := http.NewRequestWithContext(p.wrap(ctx), http.MethodGet, u, nil)
	if err != nil {
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
