package text

import (
	"io"
	"net/http"
	"strings"
)

type lister struct{ names map[string]string }

func (l *lister) Get(name string) (string, error) { return l.names[name], nil }

type service struct {
	lister *lister
	client *http.Client
	nested struct{ http *http.Client }
	get    func(string) (*http.Response, error)
}

func (s *service) http() *http.Client { return s.client }

// The Get of a lister returns no response, whatever its name.
func (s *service) noResponse(name string) string {
	got, err := s.lister.Get(name)
	if err != nil {
		return ""
	}
	return got
}

func (s *service) field(link string) {
	resp, err := s.client.Get(link) // want `never-closed`
	if err != nil {
		return
	}
	println(resp.Status)
}

func (s *service) fieldOfField(link string) {
	resp, err := s.nested.http.Get(link) // want `never-closed`
	if err != nil {
		return
	}
	println(resp.Status)
}

func (s *service) resultOfMethod(link string) {
	resp, err := s.http().Get(link) // want `never-closed`
	if err != nil {
		return
	}
	println(resp.Status)
}

func (s *service) fieldOfFunctionType(link string) {
	resp, err := s.get(link) // want `never-closed`
	if err != nil {
		return
	}
	println(resp.Status)
}

// A parameter whose name is bound again is no lister any more.
func shadowedByAssignment(c *lister, link string) {
	if name, err := c.Get(link); err == nil {
		link = name
	}
	{
		c, cancel := http.DefaultClient, strings.Clone("x")
		resp, err := c.Get(link) // want `never-closed`
		println(resp, err, cancel)
	}
}

func shadowedByParameter(c *lister, link string) {
	each := func(c *http.Client) {
		resp, err := c.Get(link) // want `never-closed`
		println(resp, err)
	}
	each(http.DefaultClient)
	name, _ := c.Get(link)
	println(name)
}

func shadowedByDeclaration(c lister, link string) {
	{
		var c http.Client
		resp, err := c.Get(link) // want `never-closed`
		println(resp, err)
	}
	name, _ := c.Get(link)
	println(name)
}

type outer struct{ *http.Client }

func embedded(o outer, link string) {
	resp, err := o.Get(link) // want `never-closed`
	println(resp, err)
}

func newGetter(c *http.Client) (string, func(string) (*http.Response, error)) {
	return "getter", func(link string) (*http.Response, error) { return c.Get(link) }
}

// The call that is named here returns a function.
func functionThatIsReturned(link string) {
	name, get := newGetter(http.DefaultClient)
	resp, err := get(link) // want `never-closed`
	println(name, resp, err)
}

func newReader(c *http.Client, link string) (io.ReadCloser, error) {
	resp, err := c.Get(link)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

func wrapper(link string) {
	body, err := newReader(http.DefaultClient, link) // want `never-closed`
	println(body, err)
}

func brokenChain(s *service, link string) {
	resp, err := s. // want `never-closed`
		http().
		Get(link)
	println(resp, err)
}

// Parameters of a literal may share a type.
func shadowedByListOfParameters(c *lister, link string) {
	each := func(c, d *http.Client) {
		resp, err := c.Get(link) // want `never-closed`
		println(resp, err, d)
	}
	each(nil, nil)
	name, _ := c.Get(link)
	println(name)
}

func shadowedInGroup(c *lister, link string) {
	{
		var (
			d int
			c *http.Client
		)
		resp, err := c.Get(link) // want `never-closed`
		println(resp, err, d)
	}
	name, _ := c.Get(link)
	println(name)
}

func shadowedOverTwoLines(c *lister, link string) {
	{
		c,
			d := http.DefaultClient, 1
		resp, err := c.Get(link) // want `never-closed`
		println(resp, err, d)
	}
	name, _ := c.Get(link)
	println(name)
}

func shadowedByResultOfLiteral(c *lister, link string) {
	each := func(x int) (c *http.Client) {
		c = http.DefaultClient
		resp, err := c.Get(link) // want `never-closed`
		println(resp, err, x)
		return nil
	}
	each(1)
	name, _ := c.Get(link)
	println(name)
}

// A literal whose results hold more than the response: it has read the body.
func resultAmongOthers(get func(string) (interface{}, *http.Response, error), link string) {
	more, resp, err := get(link)
	println(more, resp, err)
}
