package readafterclose

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"testing"
)

// discard closes and reads nothing.
func discard(page *http.Response) {
	page.Body.Close()
}

// shutOnFailure closes if the status is no good one, and says so by its error.
func shutOnFailure(page *http.Response) error {
	if page.StatusCode >= 400 {
		page.Body.Close()
		return errors.New(page.Status)
	}
	return nil
}

// parse reads.
func parse(page *http.Response, into any) error {
	return json.NewDecoder(page.Body).Decode(into)
}

// parseIf reads if it is asked to.
func parseIf(page *http.Response, into any) error {
	if into == nil {
		return nil
	}
	return json.NewDecoder(page.Body).Decode(into)
}

// etag reads no body.
func etag(page *http.Response) string { return page.Header.Get("Etag") }

func helperCloses(link string) ([]byte, error) {
	page, err := http.Get(link) // want `read-after-close`
	if err != nil {
		return nil, err
	}
	discard(page) // via `closes the body`
	return io.ReadAll(page.Body)
}

func helperReads(link string, into any) error {
	page, err := http.Get(link) // want `read-after-close`
	if err != nil {
		return err
	}
	discard(page)
	return parse(page, into) // via `reads the body`
}

func helperDefersClose(link string, into any) error {
	page, err := http.Get(link)
	if err != nil {
		return err
	}
	defer discard(page)
	return parse(page, into)
}

func helperReadsNothing(link string) (string, error) {
	page, err := http.Get(link)
	if err != nil {
		return "", err
	}
	discard(page)
	return etag(page), parseIf(page, nil)
}

func helperClosesOnFailure(link string, into any) error {
	page, err := http.Get(link)
	if err != nil {
		return err
	}
	if err := shutOnFailure(page); err != nil {
		return err
	}
	defer page.Body.Close()
	return parse(page, into)
}

func failureIsRead(link string) ([]byte, error) {
	page, err := http.Get(link) // missed: the deferred close comes first, and the walk for leaks does not go on from it to the helper
	if err != nil {
		return nil, err
	}
	defer page.Body.Close()
	if err := shutOnFailure(page); err != nil {
		text, _ := io.ReadAll(page.Body)
		return text, err
	}
	return nil, nil
}

// refill closes, and gives the response a body that can be read.
func refill(page *http.Response) error {
	text, err := io.ReadAll(page.Body)
	page.Body.Close()
	page.Body = io.NopCloser(newReader(text))
	return err
}

func newReader(text []byte) io.Reader { return &memory{text} }

type memory struct{ left []byte }

func (m *memory) Read(into []byte) (int, error) {
	if len(m.left) == 0 {
		return 0, io.EOF
	}
	n := copy(into, m.left)
	m.left = m.left[n:]
	return n, nil
}

func refilled(link string, into any) error {
	page, err := http.Get(link)
	if err != nil {
		return err
	}
	if err := refill(page); err != nil {
		return err
	}
	return parse(page, into)
}

// A test closes what it has got when it ends.
func closeAtEnd(t *testing.T, page *http.Response) {
	t.Cleanup(func() { page.Body.Close() })
}

func TestReadsBeforeCleanup(t *testing.T) {
	page, err := http.Get("http://localhost")
	if err != nil {
		t.Fatal(err)
	}
	closeAtEnd(t, page)
	if _, err := io.ReadAll(page.Body); err != nil {
		t.Fatal(err)
	}
}

// The test wants the read to fail.
func TestReadFails(t *testing.T) {
	page, err := http.Get("http://localhost")
	if err != nil {
		t.Fatal(err)
	}
	page.Body.Close()
	if _, err := io.ReadAll(page.Body); err == nil {
		t.Fatal("the body is closed")
	}
}

func TestHelperFails(t *testing.T) {
	page, err := http.Get("http://localhost")
	if err != nil {
		t.Fatal(err)
	}
	discard(page)
	if err := parse(page, nil); err == nil {
		t.Error("the body is closed")
	}
}

// This one wants it to succeed.
func TestReadAfterClose(t *testing.T) {
	page, err := http.Get("http://localhost") // want `read-after-close`
	if err != nil {
		t.Fatal(err)
	}
	page.Body.Close()
	text, err := io.ReadAll(page.Body)
	if err != nil {
		t.Fatal(err)
	}
	t.Log(string(text))
}
