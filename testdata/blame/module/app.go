package canal

import (
	"example.com/canal/lib"
	"example.org/lock"
)

func closesGate(u string) error {
	resp, err := lib.Gate(u)
	if resp != nil {
		defer resp.Body.Close()
	}
	return err
}

func leavesGate(u string) error {
	resp, err := lib.Gate(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func weir(u string) error {
	resp, err := lib.Weir(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// The dependency's error exit is nobody's to fix here.
func opens(u string) error {
	resp, err := lock.Open(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func opensOnly(u string) error {
	_, err := lock.Open(u) // want `discarded-response`
	return err
}

// Where it closes on some way out without an error, it owns the body.
func fills(u string) error {
	var level int
	resp, err := lock.Fill(u, &level)
	if err != nil {
		return err
	}
	_ = resp.Status
	return nil
}

func fillsNothing(u string) error {
	_, err := lock.Fill(u, nil) // want `discarded-response`
	return err
}
