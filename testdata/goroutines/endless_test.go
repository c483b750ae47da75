package p

// A goroutine that never returns ends itself, not the function that starts it. Lost only when the
// literal captures a local (worker loops, servers in tests).
import (
	"net/http"
	"time"
)

func worker(tick <-chan time.Time) (int, error) {
	n := 0
	go func() {
		for {
			<-tick
			n++
		}
	}()
	resp, err := http.Get("http://x") // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func server(addr string) (int, error) {
	ready := make(chan struct{})
	go func() {
		close(ready)
		panic(http.ListenAndServe(addr, nil))
	}()
	<-ready
	resp, err := http.Get("http://" + addr) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func named() (int, error) {
	busy := false
	serve := func() {
		print(busy)
		select {}
	}
	go serve()
	resp, err := http.Get("http://x") // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
