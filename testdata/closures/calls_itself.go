// Literals that call themselves through their variable.
package p

import (
	"io"
	"net/http"
	"time"
)

func poll(f func()) {
	f = func() {
		time.Sleep(time.Second)
		f()
	}
	go f()
}

func next(link string) (step func()) {
	step = func() {
		resp, err := http.Get(link) // want `never-closed`
		if err != nil {
			return
		}
		io.Copy(io.Discard, resp.Body)
		step()
	}
	return step
}

func untilGone(link string) {
	var again func(left int)
	again = func(left int) {
		if left > 0 {
			again(left - 1)
		}
	}
	again(3)
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return
	}
	io.Copy(io.Discard, resp.Body)
}
