package deferred

import (
	"io"
	"net/http"
)

type keeper struct {
	body io.ReadCloser
}

func (k *keeper) release() {
	if k.body != nil {
		k.body.Close()
	}
}

func (k *keeper) forget() { k.body = nil }

func releaseIt(k *keeper) { k.release() }

// What the method closes is read when it runs.
func pointerReceiver(u string) error {
	k := &keeper{}
	defer k.release()
	page, err := http.Get(u)
	if err != nil {
		return err
	}
	k.body = page.Body
	return nil
}

func addressOfVariable(u string) error {
	var k keeper
	defer k.release()
	page, err := http.Get(u)
	if err != nil {
		return err
	}
	k.body = page.Body
	return nil
}

func argument(u string) error {
	k := keeper{}
	defer releaseIt(&k)
	page, err := http.Get(u)
	if err != nil {
		return err
	}
	k.body = page.Body
	return nil
}

func afterAcquisition(u string) error {
	page, err := http.Get(u)
	if err != nil {
		return err
	}
	k := &keeper{}
	defer k.release()
	k.body = page.Body
	return nil
}

// The pointer is that of another keeper by then.
func reassigned(u string) error {
	k := &keeper{}
	defer k.release()
	k = &keeper{}
	page, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	k.body = page.Body
	return nil
}

// The method closes nothing.
func forgotten(u string) error {
	k := &keeper{}
	defer k.forget()
	page, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	k.body = page.Body
	return nil
}

// Nothing is there when the arguments are evaluated, and it stays so.
func value(u string) error {
	var k keeper
	defer func(k keeper) { k.release() }(k)
	page, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	k.body = page.Body
	return nil
}
