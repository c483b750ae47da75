package fixture

import (
	"context"
	"net/http"
	"sync"
	"testing"

	"example.com/unseen"
)

type closing struct {
	closeIt func() error
	hook    func()
}

// Close in a field and in a list.
func closeInField(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	c := closing{closeIt: resp.Body.Close}
	return c.closeIt()
}

func closeInList(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	all := []func() error{resp.Body.Close}
	return all[0]()
}

// A literal that is kept may have been called: its variable says nothing.
func flagOfKeptLiteral(c *closing, u string) error {
	isDone := false
	c.hook = func() { isDone = true }
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if isDone { // via `when this is true`
		return nil // via `returns with the body open`
	}
	return resp.Body.Close()
}

// So may a function that gets a pointer to it.
func flagByPointer(u string) error {
	isDone := false
	unseen.Set(&isDone)
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if isDone { // via `when this is true`
		return nil // via `returns with the body open`
	}
	return resp.Body.Close()
}

// A cancel that the test, or a once, calls.
func cancelByTest(t *testing.T, u string) {
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	req, err := http.NewRequestWithContext(ctx, "GET", u, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.StatusCode
}

func cancelByOnce(u string) (int, error) {
	var once sync.Once
	ctx, cancel := context.WithCancel(context.Background())
	req, err := http.NewRequestWithContext(ctx, "GET", u, nil)
	if err != nil {
		cancel()
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		cancel()
		return 0, err
	}
	once.Do(cancel)
	return resp.StatusCode, nil
}
