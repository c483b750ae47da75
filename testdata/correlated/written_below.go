package fixture

import "net/http"

type options struct {
	keep bool
}

func turnOn(o *options) { o.keep = true }

// A switch that is turned on two calls below is on.
func turnOnBelow(o *options) { turnOn(o) }

func turnedOnBelow(u string) error {
	o := &options{}
	turnOnBelow(o)
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	if o.keep { // via `when this is true`
		return nil // via `returns with the body open`
	}
	return resp.Body.Close()
}

func leaveBelow(o *options) {}

func leftBelow(u string) error {
	o := &options{}
	leaveBelow(o)
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if o.keep {
		return nil
	}
	return resp.Body.Close()
}
