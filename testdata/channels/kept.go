// A channel that the function makes and keeps: what is not received from it is lost.
package p

import (
	"context"
	"errors"
	"io"
	"net/http"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

type answer struct {
	resp *http.Response
	err  error
}

// The timer is faster; nothing takes the response out of the buffer.
func tooSlow(link string) (int, error) {
	replies := make(chan answer, 1)
	go func() {
		resp, err := http.Get(link) // want `leaks-on-path`
		replies <- answer{resp: resp, err: err}
	}()
	select {
	case reply := <-replies:
		if reply.err != nil {
			return 0, reply.err
		}
		defer reply.resp.Body.Close()
		return reply.resp.StatusCode, nil
	case <-time.After(time.Second): // via `when this case is taken`
		return 0, errors.New("too slow") // via `returns with the body open`
	}
}

// Without a buffer the goroutine waits for ever.
func tooSlowUnbuffered(ctx context.Context, link string) (io.ReadCloser, error) {
	bodies := make(chan io.ReadCloser)
	failed := make(chan error, 1)
	go func() {
		resp, err := http.Get(link) // want `leaks-on-path`
		if err != nil {
			failed <- err
			return
		}
		bodies <- resp.Body
	}()
	select {
	case body := <-bodies:
		return body, nil
	case err := <-failed:
		return nil, err
	case <-ctx.Done(): // via `when this case is taken`
		return nil, ctx.Err()
	}
}

// Either a response or an error is sent, and one of both is received.
func oneOfTwo(link string) (*http.Response, error) {
	got := make(chan *http.Response, 1)
	failed := make(chan error, 1)
	go func() {
		resp, err := http.Get(link)
		if err != nil {
			failed <- err
			return
		}
		got <- resp
	}()
	select {
	case resp := <-got:
		return resp, nil
	case err := <-failed:
		return nil, err
	}
}

// The channel is a parameter of the literal.
func passedToLiteral(link string, limit <-chan time.Time) *http.Response {
	got := make(chan *http.Response, 1)
	go func(out chan<- *http.Response) {
		resp, err := http.Get(link) // want `leaks-on-path`
		if err != nil {
			close(out)
			return
		}
		out <- resp
	}(got)
	select {
	case resp := <-got:
		return resp
	case <-limit: // via `when this case is taken`
	}
	return nil
}

// The sender sees that nothing is received any more.
func givesUpTogether(ctx context.Context, link string) (int, error) {
	replies := make(chan answer)
	go func() {
		resp, err := http.Get(link)
		select {
		case replies <- answer{resp, err}:
		case <-ctx.Done():
			if err == nil {
				resp.Body.Close()
			}
		}
	}()
	select {
	case reply := <-replies:
		if reply.err != nil {
			return 0, reply.err
		}
		return reply.resp.StatusCode, reply.resp.Body.Close()
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

// An offer into a buffer always succeeds.
func offeredToBuffer(ctx context.Context, link string) (int, error) {
	replies := make(chan answer, 1)
	go func() {
		resp, err := http.Get(link) // want `leaks-on-path`
		select {
		case replies <- answer{resp, err}:
		case <-ctx.Done():
			if err == nil {
				resp.Body.Close()
			}
		}
	}()
	select {
	case reply := <-replies:
		if reply.err != nil {
			return 0, reply.err
		}
		return reply.resp.StatusCode, reply.resp.Body.Close()
	case <-ctx.Done(): // via `when this case is taken`
		return 0, ctx.Err()
	}
}

// What comes late is closed by another goroutine.
func closedLate(link string) (int, error) {
	replies := make(chan answer, 1)
	go func() {
		resp, err := http.Get(link)
		replies <- answer{resp, err}
	}()
	select {
	case reply := <-replies:
		if reply.err != nil {
			return 0, reply.err
		}
		return reply.resp.StatusCode, reply.resp.Body.Close()
	case <-time.After(time.Second):
		go func() {
			late := <-replies
			if late.err == nil {
				late.resp.Body.Close()
			}
		}()
		return 0, errors.New("too slow")
	}
}

// Both are received, in any order.
func mirrored(one, other string) (codes [2]int) {
	got := make(chan *http.Response, 2)
	for _, link := range []string{one, other} {
		go func() {
			resp, err := http.Get(link)
			if err != nil {
				got <- nil
				return
			}
			got <- resp
		}()
	}
	for i := range codes {
		if resp := <-got; resp != nil {
			codes[i] = resp.StatusCode
			resp.Body.Close()
		}
	}
	return codes
}

// Two are sent, one is received.
func firstOfTwo(one, other string) (int, error) {
	got := make(chan answer, 2)
	ask := func(link string) {
		resp, err := http.Get(link) // want `leaks-on-path`
		got <- answer{resp, err}
	}
	go ask(one)
	go ask(other)
	reply := <-got
	if reply.err != nil {
		return 0, reply.err
	}
	return reply.resp.StatusCode, reply.resp.Body.Close()
}

// The second is received too.
func bothOfTwo(one, other string) (int, error) {
	got := make(chan answer, 2)
	ask := func(link string) {
		resp, err := http.Get(link)
		got <- answer{resp, err}
	}
	go ask(one)
	go ask(other)
	total := 0
	first := <-got
	if first.err == nil {
		total += first.resp.StatusCode
		first.resp.Body.Close()
	}
	second := <-got
	if second.err == nil {
		total += second.resp.StatusCode
		second.resp.Body.Close()
	}
	return total, errors.Join(first.err, second.err)
}

// One bad answer ends the loop, and the others are left in the channel.
func stopsEarly(links []string) error {
	got := make(chan answer, len(links))
	for _, link := range links {
		go func() {
			resp, err := http.Get(link) // want `leaks-on-path`
			got <- answer{resp, err}
		}()
	}
	for range links {
		reply := <-got
		if reply.err != nil {
			return reply.err // via `returns with the body open`
		}
		reply.resp.Body.Close()
	}
	return nil
}

// The bad answer is kept, and the loop goes on.
func stopsLate(links []string) (err error) {
	got := make(chan answer, len(links))
	for _, link := range links {
		go func() {
			resp, err := http.Get(link)
			got <- answer{resp, err}
		}()
	}
	for i := 0; i < len(links); i++ {
		reply := <-got
		if reply.err != nil {
			err = reply.err
			continue
		}
		reply.resp.Body.Close()
	}
	return err
}

// One is left.
func allButOne(links []string) {
	got := make(chan *http.Response, len(links))
	for _, link := range links {
		go func() {
			resp, _ := http.Get(link) // want `leaks-on-path`
			got <- resp
		}()
	}
	for i := 0; i < len(links)-1; i++ {
		if resp := <-got; resp != nil {
			resp.Body.Close()
		}
	}
}

// The loop counts what it has received.
func countsDown(links []string) {
	got := make(chan *http.Response)
	left := 0
	for _, link := range links {
		left++
		go func() {
			resp, _ := http.Get(link)
			got <- resp
		}()
	}
	for {
		resp := <-got
		if resp != nil {
			resp.Body.Close()
		}
		if left--; left == 0 {
			break
		}
	}
}

// The channel is closed when all have sent.
func closedWhenDone(links []string) (n int) {
	got := make(chan *http.Response)
	var wg sync.WaitGroup
	for _, link := range links {
		wg.Add(1)
		go func() {
			defer wg.Done()
			resp, err := http.Get(link)
			if err != nil {
				return
			}
			got <- resp
		}()
	}
	go func() {
		wg.Wait()
		close(got)
	}()
	for resp := range got {
		n += resp.StatusCode
		resp.Body.Close()
	}
	return n
}

// The same, and the loop only looks.
func looksAtAll(links []string) (n int) {
	got := make(chan *http.Response)
	var wg sync.WaitGroup
	for _, link := range links {
		wg.Go(func() {
			resp, err := http.Get(link) // want `never-closed`
			if err != nil {
				return
			}
			got <- resp
		})
	}
	go func() {
		wg.Wait()
		close(got)
	}()
	for resp := range got {
		n += resp.StatusCode
	}
	return n
}

// The channel of the end is closed after the last response was received.
func untilDone(links []string) (n int) {
	got := make(chan *http.Response)
	done := make(chan struct{})
	var wg sync.WaitGroup
	for _, link := range links {
		wg.Go(func() {
			if resp, err := http.Get(link); err == nil {
				got <- resp
			}
		})
	}
	go func() {
		wg.Wait()
		close(done)
	}()
	for {
		select {
		case resp := <-got:
			n += resp.StatusCode
			resp.Body.Close()
		case <-done:
			return n
		}
	}
}

// One error, and what the others have sent stays in the channel.
func groupFails(links []string) ([]int, error) {
	got := make(chan *http.Response, len(links))
	var g errgroup.Group
	for _, link := range links {
		g.Go(func() error {
			resp, err := http.Get(link) // want `leaks-on-path`
			if err != nil {
				return err
			}
			got <- resp
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err // via `returns with the body open`
	}
	close(got)
	var codes []int
	for resp := range got {
		codes = append(codes, resp.StatusCode)
		resp.Body.Close()
	}
	return codes, nil
}

// The error is looked at when the channel is empty.
func groupDrained(links []string) ([]int, error) {
	got := make(chan *http.Response, len(links))
	var g errgroup.Group
	for _, link := range links {
		g.Go(func() error {
			resp, err := http.Get(link)
			if err != nil {
				return err
			}
			got <- resp
			return nil
		})
	}
	err := g.Wait()
	close(got)
	var codes []int
	for resp := range got {
		codes = append(codes, resp.StatusCode)
		resp.Body.Close()
	}
	return codes, err
}

// The default is taken only when the channel holds nothing.
func takenIfThere(link string) int {
	got := make(chan *http.Response, 1)
	resp, err := http.Get(link)
	if err != nil {
		return 0
	}
	got <- resp
	select {
	case resp := <-got:
		resp.Body.Close()
	default:
	}
	return resp.StatusCode
}

// A deferred drain takes what is left.
func drainedAtEnd(link string, limit time.Duration) (int, error) {
	got := make(chan *http.Response, 1)
	defer func() {
		select {
		case resp := <-got:
			resp.Body.Close()
		default:
		}
	}()
	resp, err := http.Get(link)
	if err != nil {
		return 0, err
	}
	got <- resp
	if limit == 0 {
		return 0, errors.New("no time")
	}
	return resp.StatusCode, nil
}

// The receiver was started first; what it does with the response is not followed.
func receiverFirst(links []string) {
	got := make(chan *http.Response)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for resp := range got {
			resp.Body.Close()
		}
	}()
	for _, link := range links {
		if resp, err := http.Get(link); err == nil {
			got <- resp
		}
	}
	close(got)
	<-done
}

// Other functions get the channel.
func keptElsewhere(link string, serve func(<-chan *http.Response)) {
	got := make(chan *http.Response, 1)
	go serve(got)
	resp, err := http.Get(link)
	if err != nil {
		return
	}
	got <- resp
}

type hub struct{ out chan *http.Response }

func keptInField(h *hub, link string) {
	got := make(chan *http.Response, 1)
	h.out = got
	if resp, err := http.Get(link); err == nil {
		got <- resp
	}
}

// Each round has a channel of its own.
func roundByRound(links []string) {
	for _, link := range links {
		got := make(chan *http.Response, 1)
		go func() {
			resp, _ := http.Get(link) // want `leaks-on-path`
			got <- resp
		}()
		select {
		case resp := <-got:
			if resp != nil {
				resp.Body.Close()
			}
		case <-time.After(time.Second): // via `when this case is taken`
		}
	}
}

// The worker's answers come in the order of the questions.
func worked(links []string) error {
	asked := make(chan string, len(links))
	got := make(chan answer, len(links))
	go func() {
		for link := range asked {
			resp, err := http.Get(link)
			got <- answer{resp, err}
		}
	}()
	for _, link := range links {
		asked <- link
	}
	close(asked)
	var errs error
	for range links {
		reply := <-got
		if reply.err != nil {
			errs = errors.Join(errs, reply.err)
		} else {
			reply.resp.Body.Close()
		}
	}
	return errs
}

// The context of the request is done: the connection is given up.
func doneWithRequest(ctx context.Context, link string) (int, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	replies := make(chan answer, 1)
	go func() {
		resp, err := http.DefaultClient.Do(req)
		replies <- answer{resp, err}
	}()
	select {
	case reply := <-replies:
		if reply.err != nil {
			return 0, reply.err
		}
		return reply.resp.StatusCode, reply.resp.Body.Close()
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

// Another context is done.
func doneElsewhere(ctx, stop context.Context, link string) (int, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	replies := make(chan answer, 1)
	go func() {
		resp, err := http.DefaultClient.Do(req) // want `leaks-on-path`
		replies <- answer{resp, err}
	}()
	select {
	case reply := <-replies:
		if reply.err != nil {
			return 0, reply.err
		}
		return reply.resp.StatusCode, reply.resp.Body.Close()
	case <-stop.Done(): // via `when this case is taken`
		return 0, stop.Err()
	}
}

// A struct that cannot be seen: it is not known which of its errors is that of the response.
func unseenStruct(link string) (int, error) {
	replies := make(chan missing, 1)
	go func() {
		resp, err := http.Get(link)
		replies <- missing{resp, err}
	}()
	reply := <-replies
	if reply.err != nil {
		return 0, reply.err
	}
	return 0, reply.resp.Body.Close()
}
