// One function for each way of writing a callee: `queries/calls.scm` has a pattern for each of them.
package shapes

import (
	"io"
	"net/http"
)

type fetcher func(link string) (*http.Response, error)

type client struct {
	do   func(link string) (*http.Response, error)
	ways map[string]fetcher
}

var ways = []fetcher{http.Get, http.Head}

func ask(link string) (*http.Response, error) { return http.Get(link) }

func asker() fetcher { return ask }

func askAs[T any](link T) (*http.Response, error) { return http.Get("http://host") }

func askerAs[T any](way T) fetcher { return ask }

func askTwo[T, U any](link T, other U) (*http.Response, error) { return http.Get("http://host") }

func read(resp *http.Response, err error) {
	if err == nil {
		io.Copy(io.Discard, resp.Body)
	}
}

func method(c *http.Client, link string) {
	resp, err := c.Get(link) // want `never-closed`
	read(resp, err)
}

func function(link string) {
	resp, err := ask(link) // want `never-closed`
	read(resp, err)
}

func functionWithTypes(link string) {
	resp, err := askTwo[string, int](link, 1) // want `never-closed`
	read(resp, err)
}

func parenthesized(c *http.Client, req *http.Request) {
	resp, err := (c.Do)(req) // want `never-closed`
	read(resp, err)
}

func element(link string) {
	resp, err := ways[0](link) // want `never-closed`
	read(resp, err)
}

func elementByVariable(ways []fetcher, number int, link string) {
	resp, err := ways[number](link) // want `never-closed`
	read(resp, err)
}

func elementOfField(c *client, link string) {
	resp, err := c.ways["get"](link) // want `never-closed`
	read(resp, err)
}

func result(link string) {
	resp, err := asker()(link) // want `never-closed`
	read(resp, err)
}

func resultOfConversion(link string) {
	resp, err := askerAs[string](link)(link) // want `never-closed`
	read(resp, err)
}

func asserted(way any, link string) {
	resp, err := way.(fetcher)(link) // want `never-closed`
	read(resp, err)
}

func assertedAsWritten(way any, link string) {
	resp, err := way.(func(string) (*http.Response, error))(link) // want `never-closed`
	read(resp, err)
}

func literal(link string) {
	resp, err := func() (*http.Response, error) { // want `never-closed`
		return http.Get(link)
	}()
	read(resp, err)
}

func conversion(link string) {
	resp, err := askAs[string](link) // want `never-closed`
	read(resp, err)
}

func parenthesizedType(ways []*fetcher, link string) {
	resp, err := (*ways[0])(link) // want `never-closed`
	read(resp, err)
}

func pointerByVariable(ways []*fetcher, number int, link string) {
	resp, err := (*ways[number])(link) // want `never-closed`
	read(resp, err)
}

func parenthesizedInstance(link string) {
	resp, err := (askAs[string])(link) // want `never-closed`
	read(resp, err)
}

func local(link string) {
	way := http.Get
	resp, err := way(link) // want `never-closed`
	read(resp, err)
}

func closed(c *http.Client, way any, link string) error {
	for _, ask := range []fetcher{(c.Get), ways[1], asker(), way.(fetcher), askerAs[string](link)} {
		resp, err := (ask)(link)
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

// What an SDK's pollers are made of: the response is one of the results of a call of a result.
type probe func() (any, string, error)

func refresh(c *http.Client, link string) probe {
	return func() (any, string, error) {
		resp, err := c.Get(link)
		if err != nil {
			return nil, "", err
		}
		return resp, resp.Status, nil
	}
}

func resultOfNamedType(c *http.Client, link string) error {
	_, status, err := refresh(c, link)() // want `discarded-response`
	if err != nil {
		return err
	}
	_, _ = io.WriteString(io.Discard, status)
	return nil
}
