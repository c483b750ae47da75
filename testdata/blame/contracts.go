package p

// A caller that closes the body on the error path of a call shows that the response is meant to be closed there.
import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"
)

var errSilt = errors.New("silt")

// dredge returns an open response with errSilt, and closesLate closes it.
func dredge(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode > 299 {
		return resp, errSilt
	}
	return resp, nil
}

func closesLate(u string) error {
	resp, err := dredge(u)
	if errors.Is(err, errSilt) {
		defer drop(resp.Body)
		return err
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func drop(rc io.Closer) { _ = rc.Close() }

func leavesIt(u string) error {
	resp, err := dredge(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// sound is called by a function that passes both on, whose caller closes: the same contract.
func sound(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode > 299 {
		return resp, errSilt
	}
	return resp, nil
}

func passesOn(u string) (*http.Response, error) {
	resp, err := sound(u)
	if err != nil {
		return resp, errors.Join(errSilt, err)
	}
	return resp, nil
}

func closesBoth(u string) error {
	resp, err := passesOn(u)
	if resp != nil {
		defer resp.Body.Close()
	}
	return err
}

func leavesSound(u string) error {
	resp, err := sound(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// A cancel shows nothing.
func timed(ctx context.Context, u string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, "GET", u, nil)
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	if resp.StatusCode > 299 {
		return resp, errSilt
	}
	return resp, nil
}

func cancels(u string) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	resp, err := timed(ctx, u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// The interface has two implementations; the caller that closes shows it for both.
type probe interface {
	Probe(u string) (*http.Response, error)
}

type deep struct{}

func (deep) Probe(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode > 299 {
		return resp, errSilt
	}
	return resp, nil
}

type shallow struct{}

func (shallow) Probe(u string) (*http.Response, error) { return http.Get(u) }

func closesProbe(p probe, u string) error {
	resp, err := p.Probe(u)
	if resp != nil {
		defer resp.Body.Close()
	}
	return err
}

func leavesProbe(u string) error {
	resp, err := deep{}.Probe(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// net/http calls RoundTrip, whatever somebody else does.
type tripper struct{ base http.RoundTripper }

func (t *tripper) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	if resp.StatusCode > 299 {
		return resp, errSilt
	}
	return resp, nil
}

func closesTrip(t *tripper, req *http.Request) error {
	resp, err := t.RoundTrip(req)
	if resp != nil {
		defer resp.Body.Close()
	}
	return err
}
