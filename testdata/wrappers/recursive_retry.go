package p

// A client that asks again by calling itself, and closes unless an option says otherwise.
import (
	"encoding/json"
	"io"
	"net/http"
)

type options struct {
	into     any
	keepBody bool
}

type retrier struct{ tokens []string }

func (r *retrier) do(link string, opts *options, round int) (*http.Response, error) {
	resp, err := http.Get(link + r.tokens[round])
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusUnauthorized {
		resp.Body.Close()
		return r.do(link, opts, round+1)
	}
	if opts.into != nil {
		defer resp.Body.Close()
		if err := json.NewDecoder(resp.Body).Decode(opts.into); err != nil {
			return nil, err
		}
	}
	if !opts.keepBody && opts.into == nil {
		defer resp.Body.Close()
		if _, err := io.Copy(io.Discard, resp.Body); err != nil {
			return nil, err
		}
	}
	return resp, nil
}

func (r *retrier) get(link string, opts *options) (*http.Response, error) {
	if opts == nil {
		opts = new(options)
	}
	return r.do(link, opts, 0)
}

func status(r *retrier, link string) (int, error) {
	resp, err := r.do(link, &options{}, 0)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func statusOfDefault(r *retrier, link string) (int, error) {
	resp, err := r.get(link, nil)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func statusOfKept(r *retrier, link string) (int, error) {
	resp, err := r.do(link, &options{keepBody: true}, 0) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func statusOfSome(r *retrier, link string, opts options) (int, error) {
	resp, err := r.do(link, &opts, 0) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Nothing but the error and the recursion: the response is handed over by the first round.
func (r *retrier) open(link string, round int) (*http.Response, error) {
	resp, err := http.Get(link)
	if err != nil && round > 0 {
		return r.open(link, round-1)
	}
	return resp, err
}

func opens(r *retrier, link string) error {
	_, err := r.open(link, 3) // want `discarded-response`
	return err
}
