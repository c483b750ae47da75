package p

import (
	"io"
	"net/http"
)

type wrapped struct {
	io.Reader
	io.Closer
	meta map[string]any
}

func literals(resp *http.Response, err error) (io.ReadCloser, []any) {
	list := []*http.Response{resp, 3: nil}
	table := map[string]struct{ r *http.Response }{"a": {resp}, "b": {r: nil}}
	w := &wrapped{io.LimitReader(resp.Body, 10), resp.Body, nil}
	w.meta = map[string]any{"list": list[0:1], "err": err}
	list = append(list, table["a"].r)
	copy(list, list[1:])
	array := [...]func(){func() {}, nil}
	array[0]()
	return struct {
		io.Reader
		io.Closer
	}{w, w.Closer}, []any{w, *resp, &resp.Body}
}
