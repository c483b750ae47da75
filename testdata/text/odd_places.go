/*
Calls in odd places. This is no declaration:

type example int
*/
package text

import (
	/* the "best" client */ "net/http"
)

type requests struct{ path string }

func (r *requests) with(part string) *requests { return &requests{r.path + part} }

func (r *requests) take(link string) (*http.Response, error) { return http.Get(r.path + link) }

type taker struct {
	ways map[string]func(string) (*http.Response, error)
}

type place struct{ text string }

func (p place) URL() string { return p.text }

func fetchBoth(hc *http.Client, link string) (*http.Response, error) { return hc.Get(link) }

func both(link string) (*http.Client, string) { return http.DefaultClient, link }

func afterIncrement(links []string) {
	number := 0
	number++
	http.Get(links[number]) // want `discarded-response`
}

func commentInChain(r *requests, link string) error {
	resp, err := r.with("http://host"). // want `never-closed`
						with(":8080").
		// and the rest
		take(link)
	if err != nil {
		return err
	}
	_ = resp.StatusCode
	return nil
}

func bracketInString(r *requests, link string) error {
	resp, err := r.with(")").with("]}").take(link) // want `never-closed`
	if err != nil {
		return err
	}
	_ = resp.StatusCode
	return nil
}

func rangeOverFunctions(t *taker, link string) error {
	for _, way := range t.ways {
		resp, err := way(link) // want `never-closed`
		if err != nil {
			return err
		}
		_ = resp.StatusCode
	}
	return nil
}

func spreadWithComma(link string) error {
	resp, err := fetchBoth( // want `never-closed`
		both(link),
	)
	if err != nil {
		return err
	}
	_ = resp.StatusCode
	return nil
}

func calledContext(context place) error {
	resp, err := http.Post(context.URL(), "text/plain", nil) // want `never-closed`
	if err != nil {
		return err
	}
	_ = resp.StatusCode
	return nil
}

func keyOnTheLeft(errs map[place]error, link string) error {
	var resp *http.Response
	resp, errs[place{link}] = http.Get(link) // want `never-closed`
	_ = resp.StatusCode
	return nil
}

func commentOnTheLeft(link string) error {
	resp, // what is lost
		err := http.Get(link) // want `never-closed`
	if err != nil {
		return err
	}
	_ = resp.StatusCode
	return nil
}

func besideStruct(ask func(string) (struct{ a int }, *http.Response, error), link string) error {
	_, resp, err := ask(link)
	if err != nil {
		return err
	}
	_ = resp.StatusCode
	return nil
}
