package readafterclose

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"
	"os"
	"sync"
	"time"
)

// The page is read after it was closed.
func pageAfterClose(link string) ([]byte, error) {
	page, err := http.Get(link) // want `read-after-close`
	if err != nil {
		return nil, err
	}
	page.Body.Close() // via `the body is closed here`
	if page.StatusCode != http.StatusOK {
		return nil, errors.New(page.Status)
	}
	return io.ReadAll(page.Body) // via `the body is read here`
}

// One path closes and goes on.
func oneBranchCloses(link string, out io.Writer) error {
	page, err := http.Get(link) // want `read-after-close`
	if err != nil {
		return err
	}
	if page.StatusCode >= 300 {
		fmt.Fprintln(os.Stderr, page.Status)
		_ = page.Body.Close()
	}
	_, err = io.Copy(out, page.Body)
	return errors.Join(err, page.Body.Close())
}

// The branch that closes leaves the function.
func closingBranchReturns(link string, out io.Writer) error {
	page, err := http.Get(link)
	if err != nil {
		return err
	}
	if page.StatusCode >= 300 {
		page.Body.Close()
		return errors.New(page.Status)
	}
	_, err = io.Copy(out, page.Body)
	return errors.Join(err, page.Body.Close())
}

// The same condition twice: what is closed is not read.
func sameConditionTwice(link string, out io.Writer) error {
	page, err := http.Get(link)
	if err != nil {
		return err
	}
	if page.StatusCode != http.StatusOK {
		page.Body.Close()
	}
	if page.StatusCode == http.StatusOK {
		defer page.Body.Close()
		_, err = io.Copy(out, page.Body)
	}
	return err
}

// Status, header and a second Close are no reads.
func usedButNotRead(link string) (string, error) {
	page, err := http.Get(link)
	if err != nil {
		return "", err
	}
	page.Body.Close()
	defer page.Body.Close()
	fmt.Println(page.Status, page.ContentLength, page.Body)
	return page.Header.Get("Etag"), nil
}

// A decoder over the body reads it.
func decoderMadeBefore(link string, into any) error {
	page, err := http.Get(link) // want `read-after-close`
	if err != nil {
		return err
	}
	decoder := json.NewDecoder(page.Body)
	page.Body.Close()
	return decoder.Decode(into)
}

// To make a decoder is no read.
func decoderUnused(link string) (*http.Response, error) {
	page, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	page.Body.Close()
	decoder := json.NewDecoder(page.Body)
	decoder.UseNumber()
	return page, nil
}

// Lines of a scanner.
func linesAfterClose(link string) (lines []string, err error) {
	page, err := http.Get(link) // want `read-after-close`
	if err != nil {
		return nil, err
	}
	scanner := bufio.NewScanner(page.Body)
	scanner.Split(bufio.ScanWords)
	page.Body.Close()
	for scanner.Scan() {
		lines = append(lines, scanner.Text())
	}
	return lines, scanner.Err()
}

// The last token was read before.
func textOfScanner(link string) (string, error) {
	page, err := http.Get(link)
	if err != nil {
		return "", err
	}
	scanner := bufio.NewScanner(page.Body)
	scanner.Scan()
	page.Body.Close()
	return scanner.Text(), scanner.Err()
}

// A gzip reader, and a reader of what was read so far.
func packed(link string, out io.Writer) error {
	page, err := http.Get(link) // want `read-after-close`
	if err != nil {
		return err
	}
	plain, err := gzip.NewReader(page.Body)
	page.Body.Close()
	if err != nil {
		return err
	}
	_, err = io.Copy(out, io.TeeReader(plain, os.Stderr))
	return err
}

// The bytes are read once, closed, and put back.
func putBack(link string, into any) ([]byte, error) {
	page, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(page.Body)
	page.Body.Close()
	if err != nil {
		return nil, err
	}
	page.Body = io.NopCloser(bytes.NewReader(text))
	return text, json.NewDecoder(page.Body).Decode(into)
}

// The dump reads the body if it is asked to.
func dumpAfterClose(link string) ([]byte, error) {
	page, err := http.Get(link) // want `read-after-close`
	if err != nil {
		return nil, err
	}
	page.Body.Close()
	return httputil.DumpResponse(page, true)
}

func dumpHead(link string) ([]byte, error) {
	page, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	page.Body.Close()
	return httputil.DumpResponse(page, false)
}

// Each attempt closes its response, and the last one is read.
func lastAttempt(link string) ([]byte, error) {
	var page *http.Response
	var err error
	for attempt := 0; attempt < 3; attempt++ {
		page, err = http.Get(link) // want `read-after-close`
		if err != nil {
			return nil, err
		}
		if page.StatusCode < 500 {
			break
		}
		page.Body.Close()
	}
	defer page.Body.Close()
	return io.ReadAll(page.Body)
}

// The last attempt keeps its body: the loop is not left by its condition.
func lastIsKept(link string) ([]byte, error) {
	var page *http.Response
	var err error
	for attempt := 1; attempt <= 4; attempt++ {
		page, err = http.Get(link)
		if err != nil {
			return nil, err
		}
		if page.StatusCode < 500 {
			break
		}
		if attempt < 4 {
			page.Body.Close()
			continue
		}
		break
	}
	defer page.Body.Close()
	return io.ReadAll(page.Body)
}

func lastIsReturned(link string, most int) ([]byte, error) {
	var page *http.Response
	var err error
	for attempt := 0; attempt < most; attempt++ {
		page, err = http.Get(link)
		if err != nil {
			return nil, err
		}
		if page.StatusCode < 500 {
			break
		}
		page.Body.Close()
		if attempt == most-1 {
			return nil, errors.New(page.Status)
		}
	}
	defer page.Body.Close()
	return io.ReadAll(page.Body)
}

// The read may fail, and the function knows how.
func untilCancelled(ctx context.Context, link string) (int, error) {
	ctx, stop := context.WithCancel(ctx)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		stop()
		return 0, err
	}
	page, err := http.DefaultClient.Do(req)
	stop()
	if err != nil {
		return 0, err
	}
	defer page.Body.Close()
	text, err := io.ReadAll(page.Body)
	if err != nil && !errors.Is(err, context.Canceled) {
		return 0, err
	}
	return len(text), nil
}

// What is closed is asked for again before it is read.
func askedAgain(link string) ([]byte, error) {
	page, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	for page.StatusCode >= 500 {
		page.Body.Close()
		if page, err = http.Get(link); err != nil {
			return nil, err
		}
	}
	defer page.Body.Close()
	return io.ReadAll(page.Body)
}

// The context ends before the body is read.
func cancelledFirst(ctx context.Context, link string) ([]byte, error) {
	ctx, stop := context.WithTimeout(ctx, time.Minute)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		stop()
		return nil, err
	}
	page, err := http.DefaultClient.Do(req) // want `read-after-close`
	stop()                                  // via `the context of the request is cancelled here`
	if err != nil {
		return nil, err
	}
	defer page.Body.Close()
	return io.ReadAll(page.Body)
}

// The cancel is deferred: it runs after the read.
func cancelledLast(ctx context.Context, link string) ([]byte, error) {
	ctx, stop := context.WithTimeout(ctx, time.Minute)
	defer stop()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return nil, err
	}
	page, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer page.Body.Close()
	return io.ReadAll(page.Body)
}

// It is cancelled only where the request fails.
func cancelledOnFailure(ctx context.Context, link string) ([]byte, error) {
	ctx, stop := context.WithCancel(ctx)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		stop()
		return nil, err
	}
	page, err := http.DefaultClient.Do(req)
	if err != nil {
		stop()
		return nil, err
	}
	text, err := io.ReadAll(page.Body)
	page.Body.Close()
	stop()
	return text, err
}

// A timer cancels at some time, which may be after the read.
func cancelledByTimer(link string) ([]byte, error) {
	ctx, stop := context.WithCancel(context.Background())
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		stop()
		return nil, err
	}
	page, err := http.DefaultClient.Do(req)
	if err != nil {
		stop()
		return nil, err
	}
	go func() {
		time.Sleep(time.Second)
		stop()
		page.Body.Close()
	}()
	return io.ReadAll(page.Body)
}

// The literal closes when it returns.
func literalCloses(link string) ([]byte, error) {
	page, err := http.Get(link) // want `read-after-close`
	if err != nil {
		return nil, err
	}
	if err := func() error {
		defer page.Body.Close()
		if page.StatusCode != http.StatusOK {
			return errors.New(page.Status)
		}
		return nil
	}(); err != nil {
		return nil, err
	}
	return io.ReadAll(page.Body)
}

// A literal reads what was closed before.
func literalReads(link string) (text []byte, err error) {
	page, err := http.Get(link) // want `read-after-close`
	if err != nil {
		return nil, err
	}
	read := func() { text, err = io.ReadAll(page.Body) }
	page.Body.Close()
	read()
	return text, err
}

// A field holds the response.
type visit struct {
	page *http.Response
	done bool
}

func (v *visit) text() (string, error) {
	text, err := io.ReadAll(v.page.Body)
	return string(text), err
}

func fieldAfterClose(link string) (string, error) {
	page, err := http.Get(link) // want `read-after-close`
	if err != nil {
		return "", err
	}
	v := &visit{page: page}
	v.page.Body.Close()
	return v.text() // via `reads the body`
}

// No body comes with the answer to HEAD, and none with 204.
func withoutBody(link string) ([]byte, error) {
	page, err := http.Head(link)
	if err != nil {
		return nil, err
	}
	page.Body.Close()
	return io.ReadAll(page.Body)
}

func noContent(link string) ([]byte, error) {
	page, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	page.Body.Close()
	if page.StatusCode != http.StatusNoContent {
		return nil, errors.New(page.Status)
	}
	return io.ReadAll(page.Body)
}

// The deferred close is a second one.
func closedByHandToo(link string) ([]byte, error) {
	page, err := http.Get(link) // want `read-after-close`
	if err != nil {
		return nil, err
	}
	defer page.Body.Close()
	if page.StatusCode != http.StatusOK {
		page.Body.Close()
	}
	return io.ReadAll(page.Body)
}

// Both rules are broken, and both are reported.
func both(link string) ([]byte, error) {
	page, err := http.Get(link) // want `leaks-on-path` `read-after-close`
	if err != nil {
		return nil, err
	}
	if page.StatusCode == http.StatusNotFound {
		return nil, nil
	}
	page.Body.Close()
	return io.ReadAll(page.Body)
}

// The first of the pages is closed, the other one is read.
func otherIsRead(link, other string) ([]byte, error) {
	page, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	second, err := http.Get(other)
	page.Body.Close()
	if err != nil {
		return nil, err
	}
	defer second.Body.Close()
	fmt.Println(page.Status)
	return io.ReadAll(second.Body)
}

// The cancel runs when the function returns, and the goroutine may still read then.
func goroutineOutlives(ctx context.Context, link string, out io.Writer) error {
	ctx, stop := context.WithTimeout(ctx, time.Minute)
	defer stop()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return err
	}
	page, err := http.DefaultClient.Do(req) // want `read-after-close`
	if err != nil {
		return err
	}
	go func() {
		defer page.Body.Close()
		io.Copy(out, page.Body)
	}()
	return nil
}

func goroutineIsWaitedFor(ctx context.Context, link string, out io.Writer) error {
	ctx, stop := context.WithTimeout(ctx, time.Minute)
	defer stop()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return err
	}
	page, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	done := make(chan error)
	go func() {
		defer page.Body.Close()
		_, err := io.Copy(out, page.Body)
		done <- err
	}()
	return <-done
}

// The goroutine has read before the body is closed.
func readInGoroutine(link string) (text []byte, err error) {
	page, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	var wait sync.WaitGroup
	wait.Add(1)
	go func() {
		defer wait.Done()
		text, err = io.ReadAll(page.Body)
	}()
	wait.Wait()
	page.Body.Close()
	return text, err
}
