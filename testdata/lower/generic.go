package p

import "net/http"

type doer interface {
	Do(*http.Request) (*http.Response, error)
}

type list[T any] struct {
	head *node[T]
	size int
}

type node[T any] struct {
	value T
	next  *node[T]
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func (l *list[T]) each(yield func(T) bool) {
	for n := l.head; n != nil; n = n.next {
		if !yield(n.value) {
			return
		}
	}
}

func generic[D doer, K comparable](d D, req *http.Request, keys map[K]int) int {
	resp := must(d.Do(req))
	defer must[*http.Response](resp, nil).Body.Close()
	l := list[int]{head: &node[int]{value: 1}}
	for v := range l.each {
		l.size += v
	}
	return l.size + len(keys)
}
