// A context that is cancelled on the way releases the response with it.
package p

import (
	"context"
	"errors"
	"net/http"
	"time"
)

func timeout(ctx context.Context, link string) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
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

// The context that is cancelled is not the one of the request.
func contextUnused(link string) (int, error) {
	_, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func attachedLater(hc *http.Client, req *http.Request) error {
	ctx, cancel := context.WithCancelCause(req.Context())
	defer cancel(errors.New("done"))
	_, err := hc.Do(req.WithContext(ctx))
	return err
}

// WithContext answers with a copy; nobody looks at it.
func attachedToNothing(hc *http.Client, req *http.Request) (int, error) {
	ctx, cancel := context.WithCancel(req.Context())
	defer cancel()
	req.WithContext(ctx)
	resp, err := hc.Do(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func cloned(hc *http.Client, req *http.Request) (int, error) {
	ctx, cancel := context.WithDeadline(context.Background(), time.Now().Add(time.Minute))
	defer cancel()
	resp, err := hc.Do(req.Clone(ctx))
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// WithoutCancel cuts the link to the parent.
func cut(hc *http.Client, link string) (int, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	req, err := http.NewRequestWithContext(context.WithoutCancel(ctx), http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := hc.Do(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

type traceKey struct{}

// Values are put on top, the cancel reaches through them.
func valueOnTop(hc *http.Client, link string) (int, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	ctx = context.WithValue(ctx, traceKey{}, "a1")
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := hc.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// A context of a context: the outer cancel ends the inner one.
func childOfCancelled(hc *http.Client, link string) (int, error) {
	parent, cancel := context.WithCancel(context.Background())
	defer cancel()
	child, _ := context.WithTimeout(parent, time.Hour)
	req, err := http.NewRequestWithContext(child, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := hc.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The parent hangs on the caller; ending the child alone ends the request of the child only.
func parentRequest(hc *http.Client, parent context.Context, link string) (int, error) {
	child, cancel := context.WithCancel(parent)
	defer cancel()
	_ = child
	req, err := http.NewRequestWithContext(parent, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := hc.Do(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Somebody else's context: who knows when it ends.
func handlerContext(hc *http.Client, w http.ResponseWriter, r *http.Request, link string) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, link, nil)
	if err != nil {
		return
	}
	resp, err := hc.Do(req) // want `never-closed`
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	w.WriteHeader(resp.StatusCode)
}
