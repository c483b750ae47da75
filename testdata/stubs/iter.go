// iter: the sequence is called where next is, which is not followed.
package p

import (
	"iter"
	"net/http"
)

func pulled(link string) (func() (*http.Response, bool), func(), error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, nil, err
	}
	next, stop := iter.Pull(func(yield func(*http.Response) bool) {
		defer resp.Body.Close()
		yield(resp)
	})
	return next, stop, nil
}

func forgets(links iter.Seq[string]) error {
	for link := range links {
		resp, err := http.Get(link) // want `never-closed`
		if err != nil {
			return err
		}
		println(resp.Status)
	}
	return nil
}
