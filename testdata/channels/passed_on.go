// Channels that other code may know: what is sent to them is received there.
package p

import "net/http"

// The literal gets a list of channels.
func listed(u string) error {
	out := make(chan *http.Response, 1)
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	out <- resp
	func(all ...chan *http.Response) {
		r := <-all[0]
		r.Body.Close()
	}(out)
	return nil
}

// The channel travels through itself.
func throughItself(u string) error {
	out := make(chan any, 2)
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	out <- out
	out <- resp
	same := (<-out).(chan any)
	r := (<-same).(*http.Response)
	r.Body.Close()
	return nil
}

type hook func()

var atExit []func()

var lastHook hook

// A literal that knows the channel is kept, and runs later.
func drainedByList(u string) error {
	out := make(chan *http.Response, 1)
	drain := func() {
		r := <-out
		r.Body.Close()
	}
	atExit = append(atExit, drain)
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	out <- resp
	return nil
}

func drainedByHook(u string) error {
	out := make(chan *http.Response, 1)
	lastHook = hook(func() {
		r := <-out
		r.Body.Close()
	})
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	out <- resp
	return nil
}

func drainedByResult(u string) (func(), error) {
	out := make(chan *http.Response, 1)
	drain := func() {
		r := <-out
		r.Body.Close()
	}
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	out <- resp
	return drain, nil
}

// It is only called, and not on all paths.
func drainedOnOnePath(u string) error {
	out := make(chan *http.Response, 1)
	drain := func() {
		r := <-out
		r.Body.Close()
	}
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	out <- resp
	if resp.StatusCode == http.StatusOK {
		drain()
	}
	return nil
}

// Of two channels in one variable one may hold the response that the other does not.
func twoInOneVariable(u string, isLarge bool) error {
	out := make(chan *http.Response)
	if isLarge {
		out = make(chan *http.Response, 8)
	}
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	select {
	case out <- resp:
		(<-out).Body.Close()
	default:
		resp.Body.Close()
	}
	return nil
}
