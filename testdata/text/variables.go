// Local variables in front of the dot: what they are bound to says what is called.
package text

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"

	registry "example.com/unseen/registry"
)

type store struct{ names map[string]string }

func (s *store) Get(name string) (string, bool) { v, ok := s.names[name]; return v, ok }
func (s *store) Do(req *http.Request) error     { return nil }

type backend struct {
	stores  []*store
	byName  map[string]*http.Client
	clients []*http.Client
}

func newStore() (*store, error)            { return &store{}, nil }
func newClient() (*http.Client, error)     { return &http.Client{}, nil }
func (b *backend) pick(int) *http.Client   { return b.clients[0] }
func (b *backend) both() (*store, *http.Client) { return b.stores[0], b.clients[0] }

func boundToResult(link string) {
	client, err := newClient()
	if err != nil {
		return
	}
	resp, err := client.Get(link) // want `never-closed`
	if err != nil {
		return
	}
	println(resp.Status)
}

func boundToOtherResult() {
	things, err := newStore()
	if err != nil {
		return
	}
	got, ok := things.Get("a")
	println(got, ok)
}

func secondOfTwo(b *backend, link string) {
	_, client := b.both()
	resp, err := client.Get(link) // want `never-closed`
	if err != nil {
		return
	}
	println(resp.Status)
}

func throughOthers(b *backend, link string) {
	same := b
	client := same.pick(1)
	again := client
	resp, err := again.Get(link) // want `never-closed`
	if err != nil {
		return
	}
	println(resp.Status)
}

func boundTwice(b *backend, link string, isLocal bool) {
	if isLocal {
		got := b.stores[0]
		v, ok := got.Get(link)
		println(v, ok)
		return
	}
	got := b.pick(0)
	resp, err := got.Get(link) // want `never-closed`
	if err != nil {
		return
	}
	println(resp.Status)
}

func shadowsParameter(client *store, link string) {
	v, ok := client.Get(link)
	println(v, ok)
	if ok {
		client := &http.Client{}
		resp, err := client.Get(link) // want `never-closed`
		if err != nil {
			return
		}
		println(resp.Status)
	}
}

func shadowsImport(link string) {
	http := new(http.Client)
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return
	}
	println(resp.Status)
}

func declared(link string) {
	var client http.Client
	resp, err := client.Get(link) // want `never-closed`
	if err != nil {
		return
	}
	println(resp.Status)
}

func declaredInGroup(link string) {
	var (
		n      int
		client = http.DefaultClient
		_, s   = n, 1
	)
	resp, err := client.Get(link) // want `never-closed`
	if err != nil {
		return
	}
	println(resp.Status, s)
}

func elements(b *backend, link string) {
	for _, client := range b.clients {
		resp, err := client.Get(link) // want `never-closed`
		if err != nil {
			return
		}
		println(resp.Status)
	}
	for _, things := range b.stores {
		v, ok := things.Get(link)
		println(v, ok)
	}
}

func indexes(b *backend, link string) {
	resp, err := b.byName["a"].Get(link) // want `never-closed`
	if err != nil {
		return
	}
	println(resp.Status)
}

func partOfSlice(b *backend, link string) {
	rest := b.clients[1:]
	resp, err := rest[0].Get(link) // want `never-closed`
	if err != nil {
		return
	}
	println(resp.Status)
}

func assertion(v any, link string) {
	client, ok := v.(*http.Client)
	if !ok {
		return
	}
	resp, err := client.Get(link) // want `never-closed`
	if err != nil {
		return
	}
	println(resp.Status)
}

func assertionInPlace(v any, link string) {
	resp, err := v.(*http.Client).Get(link) // want `never-closed`
	if err != nil {
		return
	}
	println(resp.Status)
}

func typeSwitch(v any, link string) {
	switch c := v.(type) {
	case *http.Client:
		resp, err := c.Get(link) // want `never-closed`
		if err != nil {
			return
		}
		println(resp.Status)
	case *store:
		c.Get(link)
	}
}

func paramOfLiteral(link string) {
	each(func(client *http.Client) {
		resp, err := client.Get(link) // want `never-closed`
		if err != nil {
			return
		}
		println(resp.Status)
	})
}

func each(f func(*http.Client)) { f(http.DefaultClient) }

func conversion(link string) {
	resp, err := (*http.Client)(nil).Get(link) // want `never-closed`
	if err != nil {
		return
	}
	println(resp.Status)
}

func literalInBrackets(link string) {
	resp, err := (&http.Client{Timeout: 1}).Get(link) // want `never-closed`
	if err != nil {
		return
	}
	println(resp.Status)
}

func brokenChain(b *backend, link string) {
	resp, err := b.pick( // want `never-closed`
		0,
	).
		Get(link)
	if err != nil {
		return
	}
	println(resp.Status)
}

func query(u *url.URL, r *http.Request) string {
	q := u.Query()
	return q.Get("a") + r.URL.Query().Get("b") + r.Header.Get("c")
}

func unseen(link string) {
	got, err := registry.Get(link)
	println(got, err)
}

func calledVariable(link string) {
	open := func(u string) (*http.Response, error) { return nil, errors.New(u) }
	send := open
	resp, err := send(link)
	if err != nil {
		return
	}
	println(resp.Status)
}

func calledField(link string) {
	steps := []struct {
		name string
		do   func(string) (*http.Response, error)
	}{{"a", nil}}
	for _, step := range steps {
		resp, err := step.do(link) // want `never-closed`
		if err != nil {
			return
		}
		println(resp.Status)
	}
}

// A literal that is only handed on makes no response here.
func handedOn(ctx context.Context) *http.Client {
	return &http.Client{Transport: mock(func(req *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: 200, Body: io.NopCloser(nil)}, ctx.Err()
	})}
}

type mock func(*http.Request) (*http.Response, error)

func (m mock) RoundTrip(req *http.Request) (*http.Response, error) { return m(req) }

// Of one that is made elsewhere and called here it does.
func madeElsewhere(req *http.Request) {
	resp, err := answers(200)(req) // want `never-closed`
	if err != nil {
		return
	}
	println(resp.Status)
}

func madeElsewhereAndKept(req *http.Request) {
	answer := answers(200)
	resp, err := answer(req) // want `never-closed`
	if err != nil {
		return
	}
	println(resp.Status)
}

func answers(code int) mock {
	return func(req *http.Request) (*http.Response, error) { return http.DefaultTransport.RoundTrip(req) }
}
