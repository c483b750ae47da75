// Types that are known only after instantiation.
package p

import (
	"errors"
	"net/http"
)

type box[T any] struct{ v T }

func (b *box[T]) get() T { return b.v }

type cache[K comparable, V any] struct{ held map[K]V }

func (c *cache[K, V]) lookup(key K) (v V, ok bool) {
	v, ok = c.held[key]
	return v, ok
}

type pair[A, B any] struct {
	first  A
	second B
}

type clients = cache[string, *http.Client]

func first[T any](list []T) T { return list[0] }

func orElse[T comparable](v, fallback T) T {
	var zero T
	if v == zero {
		return fallback
	}
	return v
}

func boxed(b *box[*http.Client], link string) (int, error) {
	resp, err := b.get().Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func boxedString(b *box[map[string]string], key string) string { return b.get()[key] }

func cached(c *clients, link string) (int, error) {
	hc, ok := c.lookup("a")
	if !ok {
		return 0, errors.New("no client")
	}
	resp, err := hc.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func cachedClosed(c *clients, link string) error {
	hc, ok := c.lookup("a")
	if !ok {
		return errors.New("no client")
	}
	resp, err := hc.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func inferredArgument(list []*http.Client, link string) (int, error) {
	resp, err := first(list).Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func inferredTwice(hc *http.Client, link string) error {
	resp, err := orElse(hc, http.DefaultClient).Get(link)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

func paired(p pair[string, http.Client]) (int, error) {
	resp, err := p.second.Get(p.first) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// A field of the response's type that nobody asked for here.
func pairedResponse(p pair[*http.Response, error]) int {
	if p.second != nil {
		return 0
	}
	return p.first.StatusCode
}

func asked(link string) pair[*http.Response, error] {
	resp, err := http.Get(link)
	return pair[*http.Response, error]{resp, err}
}

func askedClosed(link string) error {
	p := asked(link)
	if p.second != nil {
		return p.second
	}
	return p.first.Body.Close()
}

func askedForgets(link string) (int, error) {
	p := asked(link) // want `never-closed`
	if p.second != nil {
		return 0, p.second
	}
	return p.first.StatusCode, nil
}
