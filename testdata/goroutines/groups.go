// Literals that a group starts fill variables of the function, which looks at them once it has waited.
package p

import (
	"context"
	"errors"
	"net/http"
	"sync"

	"github.com/sourcegraph/conc"
	"github.com/sourcegraph/conc/pool"
	"golang.org/x/sync/errgroup"
)

func waitGroup(u string) (int, error) {
	var (
		group sync.WaitGroup
		resp  *http.Response
		err   error
	)
	group.Go(func() { resp, err = http.Get(u) })
	group.Wait()
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func waitGroupForgets(u string) (int, error) {
	var (
		group conc.WaitGroup
		resp  *http.Response
		err   error
	)
	group.Go(func() { resp, err = http.Get(u) }) // want `never-closed`
	group.Wait()
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The error of the group is that of its only literal.
func onlyLiteral(ctx context.Context, u string) (int, error) {
	group, ctx := errgroup.WithContext(ctx)
	var got *http.Response
	group.Go(func() error {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
		if err != nil {
			return err
		}
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			return err
		}
		got = resp
		return nil
	})
	if err := group.Wait(); err != nil {
		return 0, err
	}
	defer got.Body.Close()
	return got.StatusCode, nil
}

// The other literal cannot fail.
func otherCannotFail(u string) (int, error) {
	group := pool.New().WithErrors()
	var got *http.Response
	group.Go(func() error {
		println("starts")
		return nil
	})
	group.Go(func() (err error) {
		got, err = http.Get(u)
		return err
	})
	group.Go(func() error { return nil })
	if err := group.Wait(); err != nil {
		return 0, err
	}
	defer got.Body.Close()
	return got.StatusCode, nil
}

func check(u string) error {
	if u == "" {
		return errors.New("no link")
	}
	return nil
}

// The other literal can.
func otherFails(u string) (int, error) {
	var group errgroup.Group
	var got *http.Response
	group.Go(func() (err error) {
		got, err = http.Get(u) // want `leaks-on-path`
		return err
	})
	group.Go(func() error { return check(u) })
	if err := group.Wait(); err != nil { // via `when this is true`
		return 0, err // via `returns with the body open`
	}
	defer got.Body.Close()
	return got.StatusCode, nil
}

// A function that is no literal can fail as well.
func otherIsNoLiteral(u string, other func() error) (int, error) {
	var group errgroup.Group
	var got *http.Response
	group.Go(func() (err error) {
		got, err = http.Get(u) // want `leaks-on-path`
		return err
	})
	group.Go(other)
	if err := group.Wait(); err != nil {
		return 0, err // via `returns with the body open`
	}
	defer got.Body.Close()
	return got.StatusCode, nil
}

// The literal fails although it has a response.
func failsWithResponse(u string) (int, error) {
	var group errgroup.Group
	var got *http.Response
	group.Go(func() (err error) {
		got, err = http.Get(u) // want `leaks-on-path`
		if err == nil && got.StatusCode != http.StatusOK {
			return errors.New("status")
		}
		return err
	})
	if err := group.Wait(); err != nil {
		return 0, err // via `returns with the body open`
	}
	defer got.Body.Close()
	return got.StatusCode, nil
}

// All responses of a list are closed when all are there.
func list(links []string) {
	var group sync.WaitGroup
	all := make([]*http.Response, len(links))
	for i, link := range links {
		group.Go(func() {
			if resp, err := http.Get(link); err == nil {
				all[i] = resp
			}
		})
	}
	group.Wait()
	for i := 0; i < len(all); i++ {
		if all[i] != nil {
			all[i].Body.Close()
		}
	}
}

func listForgets(links []string) int {
	var group sync.WaitGroup
	all := make([]*http.Response, len(links))
	for i, link := range links {
		group.Go(func() {
			if resp, err := http.Get(link); err == nil { // want `never-closed`
				all[i] = resp
			}
		})
	}
	group.Wait()
	return len(all)
}

// The literal that closes is started before the response is there, and waits for it.
func closedByWaiter(u string) error {
	var group sync.WaitGroup
	var resp *http.Response
	ready := make(chan struct{})
	group.Go(func() {
		<-ready
		if resp != nil {
			resp.Body.Close()
		}
	})
	resp, err := http.Get(u)
	close(ready)
	group.Wait()
	return err
}

// A worker that never ends keeps the response.
func endlessWorker(u string, jobs chan func(*http.Response)) error {
	var group sync.WaitGroup
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	group.Go(func() {
		for {
			job := <-jobs
			job(resp)
		}
	})
	return nil
}
