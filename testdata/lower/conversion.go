package p

import (
	"io"
	"net/http"
	"unsafe"
)

type (
	own   http.Client
	fetch func(string) (*http.Response, error)
)

func conversions(c *own, v any, in chan any) (n int, err error) {
	resp, err := (*http.Client)(c).Get(string([]byte("link")))
	if err != nil {
		return 0, err
	}
	var r io.Reader = resp.Body
	closer, ok := r.(io.Closer)
	if ok {
		err = closer.Close()
	}
	get := fetch(http.Get)
	if resp, err = get("x"); err != nil {
		return -1, err
	}
	in <- io.ReadCloser(resp.Body)
	back := (<-in).(io.ReadCloser)
	n = int(uintptr(unsafe.Pointer(&n))) + int(int8(3))
	_ = v.(*http.Client)
	return n, back.Close()
}
