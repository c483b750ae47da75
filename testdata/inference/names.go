// Import aliases, shadowing, aliases and defined types.
package p

import (
	"errors"
	web "net/http"
)

type (
	client   = web.Client
	answer   = web.Response
	own      web.Client
	chained  = client
	getter   func(string) (*answer, error)
	notFound struct{ link string }
)

type fakeWeb struct{}

func (fakeWeb) Get(link string) (*notFound, error) { return &notFound{link}, nil }
func (fakeWeb) Do(work func()) error               { work(); return nil }

func aliasedImport(link string) (int, error) {
	resp, err := web.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func aliasedImportClosed(link string) (*answer, error) {
	resp, err := web.Get(link)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != web.StatusOK {
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}

// The local web hides the package.
func shadowedImport(link string) (string, error) {
	web := fakeWeb{}
	page, err := web.Get(link)
	if err != nil {
		return "", err
	}
	return page.link, nil
}

func shadowedParameter(web fakeWeb, link string) error {
	_, err := web.Get(link)
	return errors.Join(err, web.Do(func() {}))
}

// Behind the block the package is visible again.
func shadowedInBlock(link string) (int, error) {
	if link == "" {
		web := fakeWeb{}
		_, err := web.Get(link)
		return 0, err
	}
	resp, err := web.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func aliasOfClient(hc *chained, link string) (int, error) {
	resp, err := hc.Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func converted(hc *own, link string) (int, error) {
	resp, err := (*web.Client)(hc).Get(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The defined type has a Get of its own.
func (o *own) Get(key string) (*answer, bool) { return nil, key != "" }

func ownGet(o *own) int {
	if resp, ok := o.Get("k"); ok && resp != nil {
		return resp.StatusCode
	}
	return 0
}

func (g getter) open(link string) (*answer, error) { return g(link) }

func definedFunc(g getter, link string) (int, error) {
	resp, err := g.open(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func convertedFunc(link string) error {
	resp, err := getter(web.Get).open(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func funcVariable(link string) (int, error) {
	ask := web.Get
	resp, err := ask(link) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func methodValue(hc *client, req *web.Request) error {
	do := hc.Do
	resp, err := do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func methodExpression(hc *client, req *web.Request) (int, error) {
	resp, err := (*client).Do(hc, req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
