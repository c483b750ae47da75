package text

import (
	"not.example.com/missing"
	"net/http"
)

// What a name is bound to is read off its text: each of these has to be seen.

var (
	ownClient        = &http.Client{}
	madeClient       = newOwnClient()
	table            = []struct{ client *http.Client }{{client: ownClient}}
	byName           = map[string]*http.Client{"own": ownClient}
	first, second    = pair()
	circle           = circleBack.Get
	circleBack       = circle.Back
	getter    getsIt = ownClient
)

type getsIt interface {
	Get(link string) (*http.Response, error)
}

type harmless struct{ n int }

func (h *harmless) Get(link string) (int, error) { return h.n + len(link), nil }

type tableOf struct{ client *harmless }

func newOwnClient() *http.Client { return ownClient }

func pair() (*harmless, *http.Client) { return nil, ownClient }

func ofPackageVariable(link string) {
	resp, err := ownClient.Get(link) // want `never-closed`
	if err == nil {
		println(resp.Status)
	}
}

func ofMadeVariable(link string) {
	resp, err := madeClient.Get(link) // want `never-closed`
	if err == nil {
		println(resp.Status)
	}
}

func ofTwoVariables(link string) {
	n, err := first.Get(link)
	resp, err := second.Get(link) // want `never-closed`
	if err == nil {
		println(resp.Status, n)
	}
}

func ofInterfaceVariable(link string) {
	resp, err := getter.Get(link) // want `never-closed`
	if err == nil {
		println(resp.Status)
	}
}

func ofPackageTable(link string) {
	for _, row := range table {
		resp, err := row.client.Get(link) // want `never-closed`
		if err == nil {
			println(resp.Status)
		}
	}
}

func ofPackageMap(link string) {
	resp, err := byName["own"].Get(link) // want `never-closed`
	if err == nil {
		println(resp.Status)
	}
}

func ofLocalTable(link string) {
	for _, row := range []struct {
		name   string
		client *http.Client
	}{
		{name: "own", client: ownClient},
	} {
		resp, err := row.client.Get(link) // want `never-closed`
		if err == nil {
			println(resp.Status, row.name)
		}
	}
}

func ofLocalMap(link string) {
	rows := map[string]struct{ client *http.Client }{"own": {client: ownClient}}
	for _, row := range rows {
		resp, err := row.client.Get(link) // want `never-closed`
		if err == nil {
			println(resp.Status)
		}
	}
}

func ofMadeSlice(link string) {
	clients := make([]*http.Client, 1)
	resp, err := clients[0].Get(link) // want `never-closed`
	if err == nil {
		println(resp.Status)
	}
}

func ofLiteralWithBody(link string) {
	client := func(name string) (*http.Client, error) {
		return byName[name], nil
	}
	own, _ := client("own")
	resp, err := own.Get(link) // want `never-closed`
	if err == nil {
		println(resp.Status)
	}
}

// The tableOf of the package has another field of this name.
func ofLocalType(link string) {
	type tableOf struct{ client *http.Client }
	row := tableOf{client: ownClient}
	resp, err := row.client.Get(link) // want `never-closed`
	if err == nil {
		println(resp.Status)
	}
	for _, row := range []tableOf{{client: ownClient}} {
		resp, err := row.client.Get(link) // want `never-closed`
		if err == nil {
			println(resp.Status)
		}
	}
}

func ofLocalTypes(link string) {
	type (
		harmless = http.Client
		tableOf  struct{ client *harmless }
	)
	row := &tableOf{client: ownClient}
	resp, err := row.client.Get(link) // want `never-closed`
	if err == nil {
		println(resp.Status)
	}
}

func ofTypeOfLocalType(link string) {
	type inner struct{ client *http.Client }
	type outer struct{ inner inner }
	row := outer{}
	resp, err := row.inner.client.Get(link) // want `never-closed`
	if err == nil {
		println(resp.Status)
	}
}

// A name that is bound to something of a package that is not there, and to a client elsewhere.
func ofMissingPackage(link string, other bool) {
	client := missing.New()
	_, _ = client.Get(link)
	if other {
		client := ownClient
		resp, err := client.Get(link) // want `never-closed`
		if err == nil {
			println(resp.Status)
		}
	}
}

// No compiler takes such variables; to look for their types comes to an end.
func ofCircle(link string) {
	_, _ = circleBack.Get(link)
}

func harmlessOnes(link string) (n int, err error) {
	for _, row := range []tableOf{{}} {
		n, err = row.client.Get(link)
	}
	small := make(map[string]*harmless)
	n, err = small[link].Get(link)
	n, err = first.Get(link)
	return n, err
}

// Only implementers say whether this hands over a response.
type opener interface {
	Open(link string) (any, error)
}

type openerOfResponses struct{}

func (openerOfResponses) Open(link string) (any, error) { return http.Get(link) }

func asked(o opener, link string) {
	resp, err := o.Open(link) // want `never-closed`
	if err == nil {
		println(resp)
	}
}

type openerOfEither interface {
	OpenEither(link string) (any, error)
}

type eitherOfResponses struct{}

func (eitherOfResponses) OpenEither(link string) (any, error) { return http.Get(link) }

type eitherOfNames struct{}

func (eitherOfNames) OpenEither(link string) (any, error) { return link, nil }

func askedInVain(o openerOfEither, link string) {
	resp, err := o.OpenEither(link)
	if err == nil {
		println(resp)
	}
}

// A function that calls itself, and two that call each other.
func again(link string, left int) (any, error) {
	if left > 0 {
		return again(link, left-1)
	}
	return http.Get(link)
}

func there(link string, left int) (any, error) {
	if left > 0 {
		return back(link, left-1)
	}
	return nil, nil
}

func back(link string, left int) (any, error) {
	if left > 0 {
		return there(link, left-1)
	}
	return http.Get(link)
}

func callsThem(link string) {
	one, _ := again(link, 1) // want `never-closed`
	two, _ := there(link, 1) // want `never-closed`
	println(one, two)
}
