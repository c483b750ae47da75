// Clients whose types cannot be resolved: the use of the result shows whether it is a response.
package p

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"example.org/not/here/depot"
	other "example.org/not/here/else"
)

type embeds struct{ *depot.Client }

type courier interface {
	depot.Doer
	Name() string
}

type station struct {
	hub   *depot.Hub
	plain embeds
	sent  *http.Response
	seen  []*http.Response
	held  map[string]*http.Response
}

var pooled = depot.Shared()

// The embedded type is not seen.
func (s *station) embedded(req *http.Request) (int, error) {
	r, err := s.plain.Do(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return r.StatusCode, nil
}

// The embedded interface is not seen.
func ofInterface(c courier, req *http.Request) (string, error) {
	r, err := c.Do(req) // want `never-closed`
	if err != nil {
		return "", err
	}
	return r.Header.Get("Etag"), nil
}

// A type parameter of an interface that is not seen.
func ofParameter[C depot.Doer](c C, req *http.Request) (string, error) {
	r, err := c.Do(req) // want `never-closed`
	if err != nil {
		return "", err
	}
	return r.Status, nil
}

// A package variable.
func ofVariable(link string) (int, error) {
	r, err := pooled.Get(link) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	if r.StatusCode == http.StatusTeapot {
		return 0, errors.New("tea")
	}
	_, err = io.Copy(io.Discard, r.Body)
	return r.StatusCode, errors.Join(err, r.Body.Close())
}

// A request of a field, with a context, by an assignment that stands after a declaration.
func (s *station) late(ctx context.Context, order struct{ req *http.Request }) error {
	var r, kept *http.Response
	var err error
	r, err = s.hub.Client().Do(order.req.WithContext(ctx)) // want `leaks-on-path`
	if err != nil {
		return err
	}
	kept = r
	if kept.ContentLength > 0 {
		return errors.New("too long")
	}
	return kept.Body.Close()
}

// All of a return: its callers acquire it.
func (s *station) forward(req *http.Request) (*http.Response, error) {
	return s.hub.RoundTrip(req)
}

func (s *station) callsForward(req *http.Request) (int, error) {
	r, err := s.forward(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return r.StatusCode, nil
}

// All arguments of a call.
func checks(r *http.Response, err error) error {
	if err != nil {
		return err
	}
	if r.StatusCode > 299 {
		return errors.New("status")
	}
	return r.Body.Close()
}

func (s *station) allArguments(req *http.Request) error {
	return checks(s.hub.Do(req)) // want `leaks-on-path`
}

// Passed to a variadic function, which looks only.
func count(codes map[int]int, all ...*http.Response) {
	for _, r := range all {
		codes[r.StatusCode]++
	}
}

func (s *station) variadic(codes map[int]int, link string) error {
	r, err := s.hub.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	count(codes, r)
	return nil
}

// Kept where a response is declared: not this function's to close.
func (s *station) stored(req *http.Request, out chan<- *http.Response) error {
	a, err := s.hub.Do(req)
	if err != nil {
		return err
	}
	s.sent = a
	b, err := s.hub.Do(req)
	if err != nil {
		return err
	}
	s.seen = append(s.seen, b)
	c, err := s.hub.Do(req)
	if err != nil {
		return err
	}
	s.held["c"] = c
	d, err := s.hub.Do(req)
	if err != nil {
		return err
	}
	out <- d
	return nil
}

// Into a channel of its own that nobody reads on one path: the element type says it.
func (s *station) own(req *http.Request, skip bool) error {
	r, err := s.hub.Do(req) // want `leaks-on-path`
	if err != nil {
		return err
	}
	all := []*http.Response{r}
	if skip {
		return nil
	}
	return all[0].Body.Close()
}

// Another name for it.
func (s *station) alias(req *http.Request) error {
	r, err := s.hub.Do(req) // want `leaks-on-path`
	if err != nil {
		return err
	}
	again := r
	if again.StatusCode != 200 {
		return errors.New("status")
	}
	return again.Body.Close()
}

// A variable that holds a response already.
func (s *station) again(link string) error {
	r, err := http.Get(link)
	if err != nil {
		return err
	}
	if err := r.Body.Close(); err != nil {
		return err
	}
	r, err = s.hub.Get(link) // want `never-closed`
	if err == nil {
		fmt.Println("again")
	}
	return err
}

// In a literal.
func (s *station) inLiteral(req *http.Request) (int, error) {
	var code int
	err := func() error {
		r, err := s.hub.Do(req) // want `never-closed`
		if err != nil {
			return err
		}
		code = r.StatusCode
		return nil
	}()
	return code, err
}

func (s *station) posted(data []byte) ([]byte, error) {
	r, err := s.hub.Post("http://x", "text/plain", bytes.NewReader(data)) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	if r.StatusCode != http.StatusOK {
		return nil, errors.New(r.Status)
	}
	defer r.Body.Close()
	return io.ReadAll(r.Body)
}

// The cancel of the request's context releases it.
func (s *station) cancelled(ctx context.Context, link string) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, "GET", link, nil)
	if err != nil {
		return 0, err
	}
	r, err := s.hub.Do(req)
	if err != nil {
		return 0, err
	}
	return r.StatusCode, nil
}

// An answer to HEAD has no body.
func (s *station) heads(link string) (int, error) {
	r, err := s.hub.Head(link)
	if err != nil {
		return 0, err
	}
	defer fmt.Println(r.Body)
	return r.StatusCode, nil
}

func (s *station) headRequest(link string) (int, error) {
	req, err := http.NewRequest(http.MethodHead, link, nil)
	if err != nil {
		return 0, err
	}
	r, err := s.hub.Do(req)
	if err != nil {
		return 0, err
	}
	return r.StatusCode, nil
}

// From here on: no responses.

func (s *station) unused(req *http.Request) error {
	_, err := s.hub.Do(req)
	return err
}

func (s *station) onlyTested(req *http.Request) bool {
	r, err := s.hub.Do(req)
	return err == nil && r != nil
}

// Of Get the status alone says nothing.
func (s *station) record(key string) (string, error) {
	r, err := s.hub.Get(key)
	if err != nil {
		return "", err
	}
	return r.Status, nil
}

func (s *station) letter(key string) (string, error) {
	r, err := s.hub.Get(key)
	if err != nil {
		return "", err
	}
	return fmt.Sprint(r.Header, r.Subject), nil
}

// A body that is a text.
func (s *station) message(key string) (string, error) {
	r, err := s.hub.Get(key)
	if err != nil {
		return "", err
	}
	if r.Header == nil {
		return "", errors.New("no header")
	}
	return r.Body, nil
}

func (s *station) bodyIsText(req *http.Request) (int, error) {
	r, err := s.hub.Do(req)
	if err != nil {
		return 0, err
	}
	return strings.Index(r.Body, "x") + r.StatusCode, nil
}

func (s *station) bodyIsBytes(req *http.Request, into any) error {
	r, err := s.hub.Do(req)
	if err != nil {
		return err
	}
	if r.StatusCode != 200 {
		return errors.New(string(r.Body))
	}
	return json.Unmarshal(r.Body, into)
}

func (s *station) bodyHasLength(req *http.Request) (int, error) {
	r, err := s.hub.Do(req)
	if err != nil {
		return 0, err
	}
	return r.StatusCode + len(r.Body), nil
}

func (s *station) bodyHasElements(req *http.Request) (byte, error) {
	r, err := s.hub.Do(req)
	if err != nil || r.StatusCode != 200 {
		return 0, err
	}
	return r.Body[0], nil
}

func (s *station) bodyHasFields(req *http.Request) (string, error) {
	r, err := s.hub.Do(req)
	if err != nil || r.StatusCode != 200 {
		return "", err
	}
	return r.Body.Name, nil
}

// Methods, where a response has fields.
func (s *station) methods(req *http.Request) (int, error) {
	r, err := s.hub.Do(req)
	if err != nil {
		return 0, err
	}
	fmt.Println(r.Header)
	return r.StatusCode(), nil
}

// Fields that a response does not have.
func (s *station) otherFields(req *http.Request) (any, error) {
	r, err := s.hub.Do(req)
	if err != nil || r.StatusCode != 200 {
		return nil, err
	}
	return r.Result, nil
}

// Values that the fields of a response do not have.
func (s *station) otherValues(req *http.Request) error {
	r, err := s.hub.Do(req)
	if err != nil {
		return err
	}
	if r.Status != 200 {
		return errors.New("status")
	}
	q, err := s.hub.Do(req)
	if err != nil {
		return err
	}
	if q.StatusCode == "OK" {
		return errors.New("status")
	}
	return nil
}

// Declared as something else.
func (s *station) declared(req *http.Request) (string, error) {
	var r *depot.Answer
	r, err := s.hub.Do(req)
	if err != nil {
		return "", err
	}
	return r.Status, nil
}

func look(a *depot.Answer) {}

func (s *station) passed(req *http.Request) (string, error) {
	r, err := s.hub.Do(req)
	if err != nil {
		return "", err
	}
	look(r)
	return r.Status, nil
}

func (s *station) returned(req *http.Request) (*depot.Answer, error) {
	r, err := s.hub.Do(req)
	if err != nil {
		return nil, err
	}
	fmt.Println(r.Status)
	return r, nil
}

// What is asked for is no request.
func (s *station) job(job *depot.Job) (string, error) {
	r, err := s.hub.Do(job)
	if err != nil {
		return "", err
	}
	return r.Status, nil
}

func (s *station) number(id int) (string, error) {
	r, err := s.hub.Get(id)
	if err != nil {
		return "", err
	}
	fmt.Println(r.Body)
	return r.Status, nil
}

// Other results beside it.
func (s *station) found(link string) int {
	r, ok := s.hub.Get(link)
	if !ok {
		return 0
	}
	fmt.Println(r.Body)
	return r.StatusCode
}

func (s *station) single(req *http.Request) int {
	r := s.hub.Do(req)
	fmt.Println(r.Body)
	return r.StatusCode
}

func (s *station) decoded(req *http.Request) (int, error) {
	r, data, err := s.hub.Do(req)
	fmt.Println(data)
	return r.StatusCode, err
}

// A function of a package that is not found.
func ofPackage(link string) (int, error) {
	r, err := other.Get(link)
	if err != nil {
		return 0, err
	}
	fmt.Println(r.Body)
	return r.StatusCode, nil
}

// The type is known: it has no such method, or another one.
type local struct{ n int }

func (l *local) Get(link string) (*page, error) { return &page{}, nil }

type page struct {
	Body       string
	StatusCode int
}

func known(l *local, req *http.Request) (int, error) {
	p, err := l.Get("a")
	if err != nil {
		return len(p.Body), err
	}
	r, err := l.Do(req)
	if err != nil {
		return 0, err
	}
	return r.StatusCode, nil
}
