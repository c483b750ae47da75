package wrappers

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
)

// feed fills itself.
type feed struct {
	hc    *http.Client
	page  *http.Response
	count int
}

func newFeed(hc *http.Client) *feed { return &feed{hc: hc} }

func (f *feed) begin(u string) error {
	page, err := f.hc.Get(u)
	if err != nil {
		return err
	}
	if page.StatusCode != http.StatusOK {
		page.Body.Close()
		return errors.New(page.Status)
	}
	f.page = page
	return nil
}

func (f *feed) restart(u string) error {
	f.count++
	return f.begin(u)
}

func (f *feed) end() {
	if f.page != nil {
		f.page.Body.Close()
	}
}

func (f *feed) pump(w io.Writer) {
	defer f.end()
	io.Copy(w, f.page.Body)
}

func ofConstructor(hc *http.Client, u string) (string, error) {
	f := newFeed(hc)
	if err := f.begin(u); err != nil { // want `never-closed`
		return "", err
	}
	return f.page.Status, nil
}

func ofMethodThatCallsAnother(u string) (string, error) {
	f := feed{hc: http.DefaultClient}
	if err := f.restart(u); err != nil { // want `never-closed`
		return "", err
	}
	return f.page.Status, nil
}

func endedBeforeOneReturn(hc *http.Client, u string) error {
	f := newFeed(hc)
	if err := f.begin(u); err != nil { // want `leaks-on-path`
		return err
	}
	if f.page.Header.Get("Next") == "" {
		return errors.New("last page")
	}
	f.end()
	return nil
}

func endedLater(hc *http.Client, u string) (string, error) {
	f := newFeed(hc)
	defer f.end()
	if err := f.begin(u); err != nil {
		return "", err
	}
	return f.page.Status, nil
}

func pumped(hc *http.Client, u string, w io.Writer) error {
	f := newFeed(hc)
	if err := f.begin(u); err != nil {
		return err
	}
	go f.pump(w)
	return nil
}

func endedByTest(t *testing.T, u string) {
	f := newFeed(http.DefaultClient)
	if err := f.begin(u); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(f.end)
}

type shelf struct{ feeds []*feed }

func (s *shelf) put(u string) error {
	f := newFeed(http.DefaultClient)
	if err := f.begin(u); err != nil {
		return err
	}
	s.feeds = append(s.feeds, f)
	return nil
}

var feeds = map[string]*feed{}

// registered makes a value that others know.
func registered(u string) *feed {
	f := &feed{hc: http.DefaultClient}
	feeds[u] = f
	return f
}

func ofRegistered(u string) error {
	f := registered(u)
	return f.begin(u)
}

// The response is returned inside the receiver.
func beginFeed(u string) (*feed, error) {
	f := newFeed(http.DefaultClient)
	if err := f.begin(u); err != nil {
		return nil, err
	}
	return f, nil
}

func countOf(u string) (int, error) {
	f, err := beginFeed(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return f.count, nil
}

type namedFeed struct {
	feed
	name string
}

func ofEmbedded(u string) (string, error) {
	n := &namedFeed{name: u}
	if err := n.begin(u); err != nil { // want `never-closed`
		return "", err
	}
	return n.page.Status, nil
}

func ofEmbeddedEnded(u string) (string, error) {
	n := &namedFeed{name: u}
	defer n.end()
	if err := n.begin(u); err != nil {
		return "", err
	}
	return n.page.Status, nil
}

func eachEnded(hc *http.Client, us []string) error {
	f := newFeed(hc)
	for _, u := range us {
		if err := f.begin(u); err != nil {
			return err
		}
		f.end()
	}
	return nil
}

// The next one is stored over the open one.
func onlyLastEnded(hc *http.Client, us []string) error {
	f := newFeed(hc)
	defer f.end()
	for _, u := range us {
		if err := f.begin(u); err != nil { // want `overwritten-response`
			return err
		}
	}
	return nil
}

// onDemand fills itself at the first read.
type onDemand struct{ body io.ReadCloser }

func (o *onDemand) Read(p []byte) (int, error) {
	if o.body == nil {
		page, err := http.Get("https://example.com")
		if err != nil {
			return 0, err
		}
		o.body = page.Body
	}
	return o.body.Read(p)
}

func (o *onDemand) Close() error {
	if o.body == nil {
		return nil
	}
	return o.body.Close()
}

func readOnDemand(p []byte) (int, error) {
	o := &onDemand{}
	return o.Read(p) // want `never-closed`
}

func readOnDemandClosed(p []byte) (int, error) {
	o := &onDemand{}
	defer o.Close()
	return o.Read(p)
}

// What opens the source is up to the caller of start.
type source struct{ in io.ReadCloser }

func (s *source) start(open func() (io.ReadCloser, error)) (err error) {
	s.in, err = open()
	return err
}

func ofMemory(text string) error {
	s := &source{}
	return s.start(func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(text)), nil
	})
}
