// The response or its body is kept in a field.
package p

import (
	"bufio"
	"errors"
	"io"
	"net/http"
	"sync"
)

type tail struct {
	mu   sync.Mutex
	resp *http.Response
	body io.ReadCloser
	all  []*http.Response
	by   map[string]io.Closer
}

var current *http.Response

func (t *tail) open(link string) (err error) {
	t.resp, err = http.Get(link)
	return err
}

func (t *tail) openBody(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	t.body = resp.Body
	return nil
}

// A bad answer is not kept, and not closed.
func (t *tail) openGood(link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		return errors.New(resp.Status) // via `returns with the body open`
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.resp = resp
	return nil
}

func (t *tail) keep(name, link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	t.all = append(t.all, resp)
	t.by[name] = resp.Body
	return nil
}

// Only a number of it is kept.
func (t *tail) keepLength(link string, lengths map[string]int64) error {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	lengths[link] = resp.ContentLength
	return nil
}

func (t *tail) Close() error {
	for _, resp := range t.all {
		resp.Body.Close()
	}
	return t.body.Close()
}

func global(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	current = resp
	return nil
}

// The struct never leaves the function: what it holds is owed.
func localStruct(link string) (int, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	t := tail{resp: resp, body: resp.Body}
	return t.resp.StatusCode, nil
}

func localStructClosed(link string) (int, error) {
	resp, err := http.Get(link)
	if err != nil {
		return 0, err
	}
	t := tail{resp: resp}
	defer t.resp.Body.Close()
	return t.resp.StatusCode, nil
}

func returnedStruct(link string) (*tail, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return &tail{resp: resp, body: resp.Body}, nil
}

type lines struct {
	*bufio.Scanner
	close func() error
}

func scanned(link string) (*lines, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	return &lines{bufio.NewScanner(resp.Body), resp.Body.Close}, nil
}

// Without the closer there is only the scanner, and a scanner does not close.
func scannedForgets(link string) (n int, err error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	l := lines{Scanner: bufio.NewScanner(resp.Body)}
	for l.Scan() {
		n += len(l.Text())
	}
	return n, l.Err()
}

// A list of bodies that is read, dropped and never closed.
func localSlice(links []string) (total int64) {
	var answers []*http.Response
	for _, link := range links {
		resp, err := http.Get(link) // want `never-closed`
		if err != nil {
			continue
		}
		answers = append(answers, resp)
	}
	for _, resp := range answers {
		total += resp.ContentLength
	}
	return total
}

// One loop looks at them, another one closes them.
func readThenClosed(links []string) (total int64, err error) {
	var answers []*http.Response
	defer func() {
		for _, resp := range answers {
			resp.Body.Close()
		}
	}()
	for _, link := range links {
		resp, err := http.Head(link)
		if err != nil {
			return 0, err
		}
		answers = append(answers, resp)
	}
	for range 2 {
		for _, resp := range answers {
			total += resp.ContentLength
		}
	}
	return total, nil
}

// The second loop only looks, too.
func readTwice(links []string) (total int64) {
	var answers []*http.Response
	for _, link := range links {
		resp, err := http.Get(link) // want `never-closed`
		if err != nil {
			continue
		}
		answers = append(answers, resp)
	}
	for _, resp := range answers {
		total += resp.ContentLength
	}
	for _, resp := range answers {
		total += int64(resp.StatusCode)
	}
	return total
}

type answer struct {
	resp *http.Response
	err  error
}

// Structs in a list: the error that came with the response is found with it.
func listOfStructs(links []string) {
	var all []answer
	for _, link := range links {
		resp, err := http.Get(link)
		all = append(all, answer{resp, err})
	}
	for _, a := range all {
		if a.err != nil {
			continue
		}
		a.resp.Body.Close()
	}
}

func elementsAssigned(links []string) {
	all := make([]answer, len(links))
	for i, link := range links {
		resp, err := http.Get(link)
		all[i] = answer{resp, err}
	}
	for _, a := range all {
		if a.err == nil {
			a.resp.Body.Close()
		}
	}
}

func fieldsOfElementsAssigned(links []string) {
	all := make([]answer, len(links))
	for i, link := range links {
		all[i].resp, all[i].err = http.Get(link)
	}
	for _, a := range all {
		if a.err == nil {
			a.resp.Body.Close()
		}
	}
}

func mapOfStructs(links []string) {
	all := map[string]answer{}
	for _, link := range links {
		resp, err := http.Get(link)
		if err != nil {
			continue
		}
		all[link] = answer{resp: resp}
	}
	for link, a := range all {
		a.resp.Header.Set("X-Link", link)
		a.resp.Body.Close()
	}
}

func listOfPointers(links []string) {
	var all []*answer
	for _, link := range links {
		resp, err := http.Get(link)
		if err != nil {
			continue
		}
		all = append(all, &answer{resp: resp})
	}
	for i := range all {
		all[i].resp.Body.Close()
	}
}

func elementsArePointers(links []string) {
	all := make([]*answer, len(links))
	for i, link := range links {
		resp, err := http.Get(link)
		all[i] = &answer{resp, err}
	}
	for _, a := range all {
		if a.err == nil {
			defer a.resp.Body.Close()
		}
	}
}

// Not all of them are closed, or none.
func someOfList(links []string) {
	var all []answer
	for _, link := range links {
		resp, err := http.Get(link) // want `leaks-on-path`
		all = append(all, answer{resp, err})
	}
	for _, a := range all {
		if a.err != nil || a.resp.StatusCode != http.StatusOK {
			continue
		}
		a.resp.Body.Close()
	}
}

func noneOfElements(links []string) (n int) {
	all := make([]answer, len(links))
	for i, link := range links {
		all[i].resp, all[i].err = http.Get(link) // want `never-closed`
	}
	for _, a := range all {
		if a.err == nil {
			n++
		}
	}
	return n
}

func noneOfMap(links []string) int {
	all := map[string]answer{}
	for _, link := range links {
		resp, err := http.Get(link) // want `never-closed`
		if err == nil {
			all[link] = answer{resp: resp}
		}
	}
	return len(all)
}
