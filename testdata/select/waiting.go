// A select decides what becomes of the response.
package p

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"
)

func offer(ctx context.Context, link string, out chan<- *http.Response) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	select {
	case out <- resp:
		return nil
	case <-ctx.Done(): // via `when this case is taken`
		return ctx.Err() // via `returns with the body open`
	}
}

func offerClosed(ctx context.Context, link string, out chan<- *http.Response) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	select {
	case out <- resp:
		return nil
	case <-ctx.Done():
		resp.Body.Close()
		return ctx.Err()
	}
}

func tryOffer(link string, out chan<- io.ReadCloser) bool {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return false
	}
	select {
	case out <- resp.Body:
		return true
	default: // via `when this case is taken`
		return false // via `returns with the body open`
	}
}

func tryOfferClosed(link string, out chan<- io.ReadCloser) bool {
	resp, err := http.Get(link)
	if err != nil {
		return false
	}
	select {
	case out <- resp.Body:
		return true
	default:
	}
	resp.Body.Close()
	return false
}

func pollUntil(stop <-chan struct{}, link string) error {
	for {
		resp, err := http.Get(link)
		if err != nil {
			return err
		}
		resp.Body.Close()
		select {
		case <-stop:
			return nil
		case <-time.After(time.Second):
		}
	}
}

// The stop signal comes before the close.
func pollUntilForgets(stop <-chan struct{}, link string) error {
	for {
		resp, err := http.Get(link) // want `leaks-on-path`
		if err != nil {
			return err
		}
		select {
		case <-stop: // via `when this case is taken`
			return nil // via `returns with the body open`
		case <-time.After(time.Second):
			resp.Body.Close()
		}
	}
}

// break ends the select only; the close behind it is reached.
func breakInSelect(stop <-chan struct{}, link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	select {
	case <-stop:
		break
	case <-time.After(time.Second):
		err = errors.New("slow")
	}
	return errors.Join(err, resp.Body.Close())
}

func deferredBeforeSelect(ctx context.Context, link string, lines chan<- []byte) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	for {
		buf := make([]byte, 64)
		n, err := resp.Body.Read(buf)
		if err != nil {
			return err
		}
		select {
		case lines <- buf[:n]:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// The request is made in the send statement of one case.
func askedInCase(tick <-chan time.Time, link string) (code int) {
	select {
	case <-tick:
		resp, err := http.Get(link) // want `never-closed`
		if err == nil {
			code = resp.StatusCode
		}
	default:
	}
	return code // via `returns with the body open`
}

// What a case sends is made before a case is chosen.
func offerMade(ctx context.Context, link string, out chan<- *http.Response) error {
	select {
	case out <- mustGet(link): // want `leaks-on-path`
		return nil
	case <-ctx.Done(): // via `when this case is taken`
		return ctx.Err() // via `returns with the body open`
	}
}

func mustGet(link string) *http.Response {
	resp, err := http.Get(link)
	if err != nil {
		panic(err)
	}
	return resp
}

// A select without cases waits for ever: what is open then never ends, and is no leak.
func waitsForEver(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		select {}
	}
	return resp.Body.Close()
}

func waitIf(err error) {
	if err != nil {
		select {}
	}
}

// After the helper err is nil: the early return is never taken.
func helperWaitsForEver(link string) error {
	req, err := http.NewRequest(http.MethodGet, link, nil)
	if err == nil {
		req.Close = true
	}
	waitIf(err)
	resp, failed := http.DefaultClient.Do(req)
	if failed != nil {
		return failed
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
