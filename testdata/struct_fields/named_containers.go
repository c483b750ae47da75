// A map or array whose type has a name: what looks like a field is a key.
package p

import "net/http"

type responses map[string]*http.Response

type pair [2]*http.Response

const first = 0

func keyed(link, name string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	all := responses{name: resp}
	return all[name].Body.Close()
}

func keyedLost(link, name string) int {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return 0
	}
	all := responses{name: resp}
	return len(all) // via `returns with the body open`
}

func indexed(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	both := pair{first: resp}
	return both[first].Body.Close()
}
