// Function values whose functions the module shows: what they do with a response that they get, and what they return.
package p

import (
	"errors"
	"io"
	"net/http"
	"strings"
)

func size(resp *http.Response) (int, error) {
	b, err := io.ReadAll(resp.Body)
	return len(b), err
}

func words(resp *http.Response) (int, error) {
	b, err := io.ReadAll(resp.Body)
	return len(strings.Fields(string(b))), err
}

func sizeAndClose(resp *http.Response) (int, error) {
	defer resp.Body.Close()
	return size(resp)
}

// On each path the variable holds the function that was assigned there, and the same switch decides who closes.
func switchDecides(u string, isQuick bool) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	measure := size
	if isQuick {
		measure = sizeAndClose
	}
	n, err := measure(resp)
	if !isQuick {
		resp.Body.Close()
	}
	return n, err
}

// The other way round nothing is closed where the switch is off, and twice where it is on.
func switchConfused(u string, isQuick bool) (int, error) {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	measure := size
	if isQuick {
		measure = sizeAndClose
	}
	n, err := measure(resp)
	if isQuick {
		resp.Body.Close()
	}
	return n, err
}

// A value from outside may be anything.
func Measure(u string, measure func(*http.Response) (int, error)) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	return measure(resp)
}

// The parameter may be anything, but without it nothing is closed.
func MeasureOr(u string, other func(*http.Response) (int, error)) (int, error) {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	measure := size
	if other != nil {
		measure = other
	}
	return measure(resp)
}

// A list of the function itself.
func eachOfList(u string) (n int, err error) {
	for _, measure := range []func(*http.Response) (int, error){size, words} {
		resp, err := http.Get(u) // want `leaks-on-path`
		if err != nil {
			return n, err
		}
		more, err := measure(resp)
		if err != nil {
			return n, err
		}
		n += more
		resp.Body.Close()
	}
	return n, nil
}

// A table without a type of its own.
func eachOfTable(u string) (n int) {
	for _, row := range []struct {
		name    string
		measure func(*http.Response) (int, error)
	}{{"size", sizeAndClose}, {"both", sizeAndClose}} {
		resp, err := http.Get(u)
		if err != nil {
			continue
		}
		more, _ := row.measure(resp)
		n += more
	}
	return n
}

func eachOfOpenTable(u string) (n int) {
	for _, row := range []struct {
		name    string
		measure func(*http.Response) (int, error)
	}{{"size", sizeAndClose}, {"words", words}} {
		resp, err := http.Get(u) // want `overwritten-response`
		if err != nil {
			continue
		}
		more, _ := row.measure(resp)
		n += more
	}
	return n
}

var measures = map[string]func(*http.Response) (int, error){}

func init() {
	measures["size"] = size
	measures["words"] = words
}

// What other functions of the package put into the map counts.
func registered(u, kind string) (int, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return measures[kind](resp)
}

type gauge struct {
	read  func(*http.Response) (int, error)
	close func(*http.Response) (int, error)
	own   func(*http.Response) (int, error)
	fetch func(u string) (*http.Response, error)
}

func newGauge(own func(*http.Response) (int, error)) *gauge {
	g := &gauge{read: size, own: own}
	g.close = sizeAndClose
	g.fetch = http.Get
	return g
}

// NewGauge lets other code choose.
func NewGauge(own func(*http.Response) (int, error)) *gauge { return newGauge(own) }

func (g *gauge) reads(u string) (int, error) {
	resp, err := g.fetch(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return g.read(resp)
}

func (g *gauge) closes(u string) (int, error) {
	resp, err := g.fetch(u)
	if err != nil {
		return 0, err
	}
	return g.close(resp)
}

func (g *gauge) owns(u string) (int, error) {
	resp, err := g.fetch(u)
	if err != nil {
		return 0, err
	}
	return g.own(resp)
}

var fetch = http.Get

func fake(string) (*http.Response, error) { return nil, errors.New("fake") }

// A variable that may hold the real function.
func byVariable(u string) (int, error) {
	resp, err := fetch(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// A value that returns no response at all.
func byFake(u string) (int, error) {
	get := fake
	resp, err := get(u)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The literal comes from a function, with a tuple, and is called at once.
func maker(limit int) (func(*http.Response) bool, error) {
	if limit < 0 {
		return nil, errors.New("limit")
	}
	return func(resp *http.Response) bool { return resp.ContentLength < int64(limit) }, nil
}

func byMaker(u string) (bool, error) {
	isShort, err := maker(3)
	if err != nil {
		return false, err
	}
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return false, err
	}
	return isShort(resp), nil
}

// The literal keeps the response in a variable around it.
func keeper() (func(*http.Response), func()) {
	var kept *http.Response
	return func(resp *http.Response) { kept = resp }, func() { kept.Body.Close() }
}

func kept(u string) error {
	keep, finish := keeper()
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	keep(resp)
	finish()
	return nil
}

// A method, bound and by its type.
type reader struct{ n int }

func (r *reader) look(resp *http.Response) { r.n = resp.StatusCode }

func (r *reader) end(resp *http.Response) { resp.Body.Close() }

func bound(u string, r *reader) error {
	look := r.look
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	look(resp)
	return nil
}

func boundEnd(u string, r *reader) error {
	end := r.end
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	end(resp)
	return nil
}

func byType(u string, r *reader) error {
	look := (*reader).look
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	look(r, resp)
	return nil
}

func byTypeEnd(u string, r *reader) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	(*reader).end(r, resp)
	return nil
}

// A parameter of a function that is itself used as a value may be anything.
func judged(u string, judge func(*http.Response)) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	judge(resp)
}

func look(*http.Response) {}

var judges = []func(string, func(*http.Response)){judged}

func useJudged(u string) { judged(u, look) }

// A variable whose address is given away may be anything.
func pointed(u string, set func(*func(*http.Response))) {
	judge := look
	set(&judge)
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	judge(resp)
}

// The function to which the literal goes is known, and it runs the literal.
func runs(u string) (int, error) {
	run := func(f func() error) error { return f() }
	do := run
	var resp *http.Response
	err := do(func() (err error) {
		resp, err = http.Get(u) // want `never-closed`
		return err
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// What a function does that it is given depends on the call.
func give(resp *http.Response, f func(*http.Response) (int, error)) (int, error) { return f(resp) }

func givesOpen(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return give(resp, size)
}

func givesClosing(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	return give(resp, sizeAndClose)
}

// Two values of one type have different functions.
type sink struct {
	name string
	take func(*http.Response) (int, error)
}

var openSink, closingSink = sink{"open", size}, &sink{"closing", sizeAndClose}

func intoOpen(u string) (int, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return openSink.take(resp)
}

func intoClosing(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	return closingSink.take(resp)
}

func (s *sink) into(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	return s.take(resp)
}

// The same function in all values of the type.
type drain struct{ take func(*http.Response) (int, error) }

var shallow, deep = drain{size}, drain{words}

func (d drain) into(u string) (int, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return d.take(resp)
}

// An option sets the field.
type option func(*prober)

type prober struct {
	get   func(string) (*http.Response, error)
	check func(*http.Response) bool
}

func withGet(get func(string) (*http.Response, error)) option { return func(p *prober) { p.get = get } }

func withCheck(check func(*http.Response) bool) option { return func(p *prober) { p.check = check } }

func newProber(options ...option) *prober {
	p := &prober{}
	for _, set := range options {
		set(p)
	}
	return p
}

var usual = newProber(withGet(http.Get), withCheck(isGood))

func isGood(resp *http.Response) bool { return resp.StatusCode < 300 }

func (p *prober) probe(u string) (bool, error) {
	resp, err := p.get(u) // want `never-closed`
	if err != nil {
		return false, err
	}
	return p.check(resp), nil
}

func (p *prober) probeClosed(u string) (bool, error) {
	resp, err := p.get(u)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	return p.check(resp), nil
}

// A function picks one of several.
func pick(kind string) func(*http.Response) (int, error) {
	switch kind {
	case "size":
		return size
	case "words":
		return words
	}
	return nil
}

func picked(u, kind string) (int, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	if measure := pick(kind); measure != nil {
		return measure(resp)
	}
	return 0, nil
}

// The entry of a map, if there is one.
func found(u, kind string) (int, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	if measure, ok := measures[kind]; ok {
		return measure(resp)
	}
	return 0, nil
}

// A literal that is called at once gets the function.
func atOnce(u string) (int, error) {
	return func(measure func(*http.Response) (int, error)) (int, error) {
		resp, err := http.Get(u) // want `never-closed`
		if err != nil {
			return 0, err
		}
		return measure(resp)
	}(size)
}

func atOnceClosing(u string) (int, error) {
	return func(measure func(*http.Response) (int, error)) (int, error) {
		resp, err := http.Get(u)
		if err != nil {
			return 0, err
		}
		return measure(resp)
	}(sizeAndClose)
}

// A generic function whose callers are all here.
func with[T any](u string, decode func(*http.Response) (T, error)) (T, error) {
	var none T
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return none, err
	}
	return decode(resp)
}

func sizeOf(u string) (int, error) { return with(u, size) }

func textOf(u string) (string, error) {
	return with(u, func(resp *http.Response) (string, error) { return resp.Status, nil })
}

// Deferred and started.
func later(u string, r *reader) error {
	end := r.end
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer end(resp)
	return nil
}

func laterOpen(u string) error {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	judge := look
	defer judge(resp)
	return nil
}
