// Responses that travel over channels.
package p

import (
	"context"
	"errors"
	"net/http"
)

type outcome struct {
	resp *http.Response
	err  error
}

func sent(link string, out chan<- *http.Response) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	out <- resp
	return nil
}

func sentWithError(link string, out chan<- outcome) {
	resp, err := http.Get(link)
	out <- outcome{resp: resp, err: err}
}

// The number goes on its way, the body stays.
func sentStatus(link string, out chan<- int) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return
	}
	out <- resp.StatusCode
}

func sentIfGood(link string, out chan<- *http.Response) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return
	}
	if resp.StatusCode == http.StatusOK { // via `when this is false`
		out <- resp
	}
} // via `the function ends with the body open`

func future(link string) <-chan outcome {
	out := make(chan outcome, 1)
	go func() {
		resp, err := http.Get(link)
		out <- outcome{resp, err}
	}()
	return out
}

// Whoever receives did not ask.
func received(in <-chan outcome) (int, error) {
	o := <-in
	if o.err != nil {
		return 0, o.err
	}
	defer o.resp.Body.Close()
	return o.resp.StatusCode, nil
}

func drainAll(in <-chan *http.Response) (n int) {
	for resp := range in {
		resp.Body.Close()
		n++
	}
	return n
}

// The fastest answer wins; the others are closed by their goroutines.
func fastest(ctx context.Context, links []string) (*http.Response, error) {
	out := make(chan *http.Response)
	for _, link := range links {
		go func() {
			resp, err := http.Get(link)
			if err != nil {
				return
			}
			select {
			case out <- resp:
			case <-ctx.Done():
				resp.Body.Close()
			}
		}()
	}
	select {
	case resp := <-out:
		return resp, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// The losers find nobody who listens.
func fastestForgets(ctx context.Context, links []string) (*http.Response, error) {
	out := make(chan *http.Response)
	for _, link := range links {
		go func() {
			resp, err := http.Get(link) // want `leaks-on-path`
			if err != nil {
				return
			}
			select {
			case out <- resp:
			case <-ctx.Done(): // via `when this case is taken`
			}
		}()
	}
	select {
	case resp := <-out:
		return resp, nil
	case <-ctx.Done():
		return nil, errors.New("too late")
	}
}

// The channel holds the response for a moment and gives it back.
func throughBuffer(link string) error {
	slot := make(chan *http.Response, 1)
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	slot <- resp
	back := <-slot
	return back.Body.Close()
}
