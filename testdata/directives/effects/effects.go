// One function for each effect of a directive: it fails when the stub in .bodyguard-stubs/ does not say it.
package fixture

import (
	"context"
	"errors"
	"io"
	"net/http"

	"example.com/lib"
)

var errGone = errors.New("gone")

func own(u string) error {
	resp, err := lib.Fetch(u) // want `never-closed`
	if err != nil {
		return err
	}
	return lib.Peek(resp)
}

func ownPart(u string) (int, error) {
	reply, err := lib.Ask(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return reply.Code, nil
}

// The body is that of the response.
func also(u string) error {
	body, _, err := lib.Open(u)
	if err != nil {
		return err
	}
	return body.Close()
}

func alsoOwns(u string) error {
	_, _, err := lib.Open(u) // want `discarded-response`
	return err
}

// Try closes what it returns, Repeat does not.
func released(u string) error {
	_, err := lib.Try(func() (*http.Response, error) { return lib.Fetch(u) })
	return err
}

func callOfReleased(u string) error {
	resp, err := lib.Fetch(u)
	if err != nil {
		return err
	}
	_, err = lib.Try(func() (*http.Response, error) { return nil, resp.Body.Close() })
	return err
}

func callReturns(u string) error {
	_, err := lib.Repeat(func() (*http.Response, error) { return lib.Fetch(u) }) // want `discarded-response`
	return err
}

// Each answer that is not liked is overwritten by the next one.
func retryOverwrites(u string) error {
	var resp *http.Response
	err := lib.Insist(func() (err error) {
		if resp, err = lib.Fetch(u); err == nil && resp.StatusCode != http.StatusOK { // want `overwritten-response`
			err = errGone
		}
		return err
	})
	if resp != nil {
		resp.Body.Close()
	}
	return err
}

// The response is released with the first context alone.
func contextOfRequest(values context.Context, u string) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	_, err := lib.FetchIn(ctx, values, u)
	return err
}

func contextOfValues(ctx context.Context, u string) error {
	values, cancel := context.WithCancel(context.Background())
	defer cancel()
	_, err := lib.FetchIn(ctx, values, u) // want `discarded-response`
	return err
}

func closes(u string) {
	resp, err := lib.Fetch(u)
	if err != nil {
		return
	}
	lib.Shut(resp)
}

func closesPart(u string) {
	resp, err := lib.Fetch(u)
	if err != nil {
		return
	}
	lib.ShutBody(resp)
}

// An upgrade that fails has closed the response.
func closeIfFails(u string) error {
	resp, err := lib.Fetch(u)
	if err != nil {
		return err
	}
	if err := lib.Upgrade(resp); err != nil {
		return err
	}
	return resp.Body.Close()
}

// One that succeeds has not.
func closeIfSucceeds(u string) error {
	resp, err := lib.Fetch(u) // want `never-closed`
	if err != nil {
		return err
	}
	if err := lib.Upgrade(resp); err != nil {
		return err
	}
	return nil
}

func keep(u string) {
	resp, err := lib.Fetch(u)
	if err != nil {
		return
	}
	lib.Store(resp)
}

func same(u string) error {
	resp, err := lib.Fetch(u)
	if err != nil {
		return err
	}
	return lib.Checked(resp).Body.Close()
}

// The caller reads on.
func wrap(u string) (io.Reader, error) {
	resp, err := lib.Fetch(u)
	if err != nil {
		return nil, err
	}
	return lib.Limited(resp.Body), nil
}

// A reader cannot close.
func wrapIsNotClosed(u string) error {
	resp, err := lib.Fetch(u) // want `never-closed`
	if err != nil {
		return err
	}
	_, err = io.ReadAll(lib.Limited(resp.Body))
	return err
}

// A request that is sent closes its body.
func hold(from, to string) error {
	resp, err := lib.Fetch(from)
	if err != nil {
		return err
	}
	sent, err := lib.Send(lib.Upload(to, resp.Body))
	if err != nil {
		return err
	}
	return sent.Body.Close()
}

func holdIsAnswered(from, to string) error {
	resp, err := lib.Fetch(from)
	if err != nil {
		return err
	}
	_, err = lib.Send(lib.Upload(to, resp.Body)) // want `discarded-response`
	return err
}

// The request carries the context, the response is released with it.
func carry(u string) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	_, err := lib.Send(lib.Request(ctx, u))
	return err
}

func cancels(values context.Context, u string) error {
	ctx, stop := lib.Deadline()
	defer stop()
	_, err := lib.FetchIn(ctx, values, u)
	return err
}

func call(u string) error {
	resp, err := lib.Fetch(u)
	if err != nil {
		return err
	}
	lib.Run(func() { resp.Body.Close() })
	return nil
}

func later(u string) error {
	resp, err := lib.Fetch(u)
	if err != nil {
		return err
	}
	lib.AtExit(func() { resp.Body.Close() })
	return lib.Peek(resp)
}

func start(u string) (err error) {
	var crew lib.Crew
	var resp *http.Response
	crew.Begin(func() error {
		resp, err = lib.Fetch(u) // want `never-closed`
		return nil
	})
	crew.Finish()
	if err != nil {
		return err
	}
	return lib.Peek(resp)
}

func join(u string) error {
	var crew lib.Crew
	var resp *http.Response
	crew.Begin(func() (err error) {
		resp, err = lib.Fetch(u)
		return err
	})
	if err := crew.Finish(); err != nil {
		return err
	}
	return resp.Body.Close()
}

func cancelledByJoin(u string) ([]byte, error) {
	crew, ctx := lib.Hire()
	var resp *http.Response
	crew.Begin(func() (err error) {
		resp, err = lib.FetchIn(ctx, nil, u) // want `read-after-close`
		return err
	})
	if err := crew.Finish(); err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func exit(u string) error {
	resp, err := lib.Fetch(u)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		lib.Fatal()
		return nil
	}
	return resp.Body.Close()
}

// After each of the following calls the other case does not come up.
func mustNil(u string) error {
	resp, err := lib.Fetch(u)
	if err != nil {
		return err
	}
	_, err = lib.Count()
	lib.MustBeNil(err)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func mustNonNil(u string) error {
	resp, err := lib.Fetch(u)
	if err != nil {
		return err
	}
	job, _ := lib.Find(u)
	lib.MustBeSet(job)
	if job == nil {
		return nil
	}
	return resp.Body.Close()
}

func mustTrue(u string) error {
	resp, err := lib.Fetch(u)
	if err != nil {
		return err
	}
	_, ok := lib.Find(u)
	lib.MustBeTrue(ok)
	if !ok {
		return nil
	}
	return resp.Body.Close()
}

func mustFalse(u string) error {
	resp, err := lib.Fetch(u)
	if err != nil {
		return err
	}
	_, ok := lib.Find(u)
	lib.MustBeFalse(ok)
	if ok {
		return nil
	}
	return resp.Body.Close()
}

// `err` is not nil there, so Expect does not return.
func mustMatch(u string) error {
	resp, err := lib.Fetch(u)
	if err != nil {
		return err
	}
	if _, err := lib.Count(); err != nil {
		lib.Expect(err, lib.BeNil())
		return err
	}
	return resp.Body.Close()
}

func mustNotMatch(u string) error {
	resp, err := lib.Fetch(u)
	if err != nil {
		return err
	}
	if _, err := lib.Count(); err != nil {
		lib.ExpectNot(err, lib.BeSet())
		return err
	}
	return resp.Body.Close()
}

// A matcher that asks for what is so returns.
func mustMatchReturns(u string) error {
	resp, err := lib.Fetch(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if _, err := lib.Count(); err != nil { // via `when this is true`
		lib.Expect(err, lib.BeSet())
		lib.ExpectNot(err, lib.BeNil())
		return err // via `returns with the body open`
	}
	return resp.Body.Close()
}

func isFalse(u string) error {
	resp, err := lib.Fetch(u)
	if err != nil {
		return err
	}
	if lib.Off() {
		return nil
	}
	return resp.Body.Close()
}

func isTrue(u string) error {
	resp, err := lib.Fetch(u)
	if err != nil {
		return err
	}
	if !lib.On() {
		return nil
	}
	return resp.Body.Close()
}

// In the following functions there is no response where they return early, as `err` is not nil there.
func trueIfNil(u string) error {
	resp, err := lib.Fetch(u)
	if !lib.IsNil(err) {
		return err
	}
	return resp.Body.Close()
}

func trueIfNonNil(u string) error {
	resp, err := lib.Fetch(u)
	if lib.IsSet(err) {
		return err
	}
	return resp.Body.Close()
}

func trueImpliesNonNil(u string) error {
	resp, err := lib.Fetch(u)
	if lib.Matches(err) {
		return err
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// False says nothing: `err` may be an error that does not match.
func falseImpliesNothing(u string) error {
	resp, err := lib.Fetch(u)
	if err != nil {
		return err
	}
	_, err = lib.Count()
	if lib.Matches(err) {
		resp.Body.Close()
		return err
	}
	if err == nil {
		return resp.Body.Close()
	}
	return resp.Body.Close()
}

func nilAsNil(u string) error {
	resp, err := lib.Fetch(u)
	if wrapped := lib.Wrap(err); wrapped != nil {
		return wrapped
	}
	return resp.Body.Close()
}

// What explains an error is one.
func nilAsNonNil(u string) error {
	resp, err := lib.Fetch(u)
	if err != nil {
		return err
	}
	if _, err := lib.Count(); err != nil {
		if lib.Explain(err) == nil {
			return nil
		}
	}
	return resp.Body.Close()
}

// What comes after a failed test is of no interest, even if the response was lost before.
func fail(u string) {
	_, err := lib.Fetch(u)
	if err == nil {
		lib.Fail()
	}
}

// After the end of a process it is.
func lostBeforeExit(u string) {
	_, err := lib.Fetch(u) // want `discarded-response`
	if err == nil {
		lib.Fatal()
	}
}

func mustEqual(u string) {
	_, err := lib.Fetch(u)
	lib.Equal(errGone, err)
}

func mustDiffer(u string) {
	_, err := lib.Fetch(u)
	lib.Differ(nil, err)
}

func equals(u string) {
	_, err := lib.Fetch(u)
	lib.Expect(err, lib.IsEqual(errGone))
}

// There are other errors than this one.
func equalsNot(u string) {
	_, err := lib.Fetch(u) // want `discarded-response`
	lib.ExpectNot(err, lib.IsEqual(errGone))
}

func opposite(u string) {
	_, err := lib.Fetch(u)
	lib.Expect(err, lib.Not(lib.BeNil()))
}

func closesMatched(u string) {
	resp, err := lib.Fetch(u)
	lib.MustBeNil(err)
	lib.Expect(resp, lib.HasBody("text"))
}

func noBody(u string) int {
	resp, err := lib.Head(u)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func noBodyUnchecked(u string) error {
	resp, err := lib.Head(u) // want `closed-before-check`
	defer resp.Body.Close()
	return err
}

func inMemory() int {
	resp, err := lib.Parse(lib.Memory("text"))
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func inMemoryAs() int {
	resp, err := lib.Parse(lib.Buffered(lib.Memory("text")))
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func notInMemory(r io.Reader) int {
	resp, err := lib.Parse(lib.Buffered(r)) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func leaveOpen(u string) int {
	reply, err := new(lib.Client).Raw().Order().Send(u) // want `never-closed`
	if err != nil {
		return 0
	}
	return reply.Code
}

func leaveOpenIf(u string) int {
	reply, err := new(lib.Client).RawIf(true).Order().Send(u) // want `never-closed`
	if err != nil {
		return 0
	}
	return reply.Code
}

func releasedUnlessOpen(c *lib.Client, u string) int {
	reply, err := c.RawIf(false).Order().Send(u)
	if err != nil {
		return 0
	}
	return reply.Code
}

func toldAndClosed(c *lib.Client, u string) int {
	c.Raw()
	reply, err := c.Order().Send(u)
	if err != nil {
		return 0
	}
	defer reply.Resp.Body.Close()
	return reply.Code
}

func method(u string) int {
	resp, err := lib.Send(lib.Method("HEAD", u))
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func otherMethod(u string) int {
	resp, err := lib.Send(lib.Method("OPTIONS", u)) // want `never-closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// Each stage runs after the earlier ones, whatever the order in the text.
func beforeEach(u string) {
	var resp *http.Response
	lib.Test(func() { resp.Body.Close() })
	lib.Before(func() { resp, _ = lib.Fetch(u) })
}

func justBeforeEach(u string) {
	var resp *http.Response
	lib.JustBefore(func() { resp.Body.Close() })
	lib.Before(func() { resp, _ = lib.Fetch(u) })
}

func justAfterEach(u string) {
	var resp *http.Response
	lib.After(func() { resp = nil })
	lib.JustAfter(func() { resp.Body.Close() })
	lib.Test(func() { resp, _ = lib.Fetch(u) })
}

func afterEach(u string) {
	var resp *http.Response
	lib.After(func() { resp.Body.Close() })
	lib.Test(func() { resp, _ = lib.Fetch(u) })
}

// Each test runs without the others.
func oneTest(u string) {
	var resp *http.Response
	lib.Before(func() { resp, _ = lib.Fetch(u) }) // want `leaks-on-path`
	lib.Test(func() { resp.Body.Close() })
	lib.Test(func() { _ = resp.StatusCode })
}

// Helpers in front of a call are not walked, only asked whether they return and what they make.
func usage() {
	lib.ExitInHelper()
}

func exitInHelper(u string, help bool) error {
	if help {
		usage()
	}
	resp, err := lib.Fetch(u)
	if err != nil {
		return err
	}
	if help {
		return nil
	}
	return resp.Body.Close()
}

func check(err error) {
	lib.MustBeNilInHelper(err)
}

func mustInHelper(u string, err error) error {
	if err != nil {
		check(err)
	}
	resp, fetchErr := lib.Fetch(u)
	if fetchErr != nil {
		return fetchErr
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func expect(err error) {
	lib.ExpectInHelper(err, lib.BeNil())
}

func mustMatchInHelper(u string, err error) error {
	if err != nil {
		expect(err)
	}
	resp, fetchErr := lib.Fetch(u)
	if fetchErr != nil {
		return fetchErr
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func mustFail() {
	lib.FailInHelper()
}

func failInHelper(u string, help bool) error {
	if help {
		mustFail()
	}
	resp, err := lib.Fetch(u)
	if err != nil {
		return err
	}
	if help {
		return nil
	}
	return resp.Body.Close()
}

func sameAsNil(err error) {
	lib.EqualInHelper(nil, err)
}

func mustEqualInHelper(u string, err error) error {
	if err != nil {
		sameAsNil(err)
	}
	resp, fetchErr := lib.Fetch(u)
	if fetchErr != nil {
		return fetchErr
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func expectNot(err error) {
	lib.ExpectNotInHelper(err, lib.BeSet())
}

func mustNotMatchInHelper(u string, err error) error {
	if err != nil {
		expectNot(err)
	}
	resp, fetchErr := lib.Fetch(u)
	if fetchErr != nil {
		return fetchErr
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func newJob() *lib.Job {
	ctx, stop := lib.DeadlineInHelper()
	return &lib.Job{Context: ctx, Stop: stop}
}

func cancelsInHelper(values context.Context, u string) error {
	job := newJob()
	defer job.Stop()
	_, err := lib.FetchIn(job.Context, values, u)
	return err
}

// A job that reads has closed the response.
func set(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	finish(resp, lib.Ordered("read"))
	return nil
}

func setOther(u string) error {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	finish(resp, lib.Ordered("keep"))
	return nil
}

func finish(resp *http.Response, job *lib.Job) {
	if job.Method == "read" {
		resp.Body.Close()
	}
}
