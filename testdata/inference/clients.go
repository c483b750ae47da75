// Where the client comes from.
package p

import (
	"net/http"
	"sync"
)

type region struct {
	hc     http.Client
	mirror *http.Client
	inner  struct{ pool []*http.Client }
}

type fleet struct {
	*region
	byName map[string]*region
	fixed  [2]http.Client
	queue  chan *http.Client
	lazy   func() *http.Client
}

var (
	shared              = &http.Client{}
	typed  *http.Client = http.DefaultClient
	fromFn              = newClient("a")
)

func newClient(string) *http.Client { return &http.Client{} }

func clientAndError() (*http.Client, error) { return shared, nil }

func packageVariables(link string) (n int) {
	if resp, err := shared.Get(link); err == nil { // want `never-closed`
		n += resp.StatusCode
	}
	if resp, err := typed.Get(link); err == nil { // want `never-closed`
		n += resp.StatusCode
	}
	if resp, err := fromFn.Get(link); err == nil {
		n += resp.StatusCode
		resp.Body.Close()
	}
	return n
}

func (f *fleet) embeddedField(link string) (int, error) {
	resp, err := f.mirror.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func (f *fleet) valueThroughMap(name, link string) (int, error) {
	resp, err := f.byName[name].hc.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func (f *fleet) elements(link string) error {
	resp, err := f.fixed[1].Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	other, err := f.inner.pool[0].Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	println(other.StatusCode)
	return nil
}

func (f *fleet) fromChannelAndFunc(link string) error {
	resp, err := (<-f.queue).Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	println(resp.StatusCode)
	other, err := f.lazy().Get(link)
	if err != nil {
		return err
	}
	return other.Body.Close()
}

func (f *fleet) ranged(link string) (n int) {
	for _, hc := range f.inner.pool {
		resp, err := hc.Get(link) // want `never-closed`
		if err != nil {
			continue
		}
		n += resp.StatusCode
	}
	for name, r := range f.byName {
		resp, err := r.mirror.Get(link + name)
		if err != nil {
			continue
		}
		resp.Body.Close()
	}
	return n
}

func locals(link string, fast bool) (int, error) {
	hc, err := clientAndError()
	if err != nil {
		return 0, err
	}
	if fast {
		hc = new(http.Client)
	}
	resp, err := hc.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func literals(link string) (n int, err error) {
	resp, err := (&http.Client{}).Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	n = resp.StatusCode
	cfg := struct{ hc *http.Client }{http.DefaultClient}
	if resp, err = cfg.hc.Get(link); err != nil {
		return n, err
	}
	return n, resp.Body.Close()
}

var pool = sync.Pool{New: func() any { return new(http.Client) }}

func asserted(link string) (int, error) {
	resp, err := pool.Get().(*http.Client).Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func assertedCommaOk(v any, link string) (int, error) {
	hc, ok := v.(*http.Client)
	if !ok {
		return 0, nil
	}
	resp, err := hc.Get(link)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func typeSwitched(v any, req *http.Request) (int, error) {
	switch hc := v.(type) {
	case *http.Client:
		resp, err := hc.Do(req) // want `never-closed`
		if err != nil {
			return 0, err
		}
		return resp.StatusCode, nil
	case http.RoundTripper:
		resp, err := hc.RoundTrip(req)
		if err != nil {
			return 0, err
		}
		defer resp.Body.Close()
		return resp.StatusCode, nil
	}
	return 0, nil
}
