package fixture

import (
	"errors"
	"net/http"
)

// A list that only ever grew here is one that no other code knows: a response that is stored in it has not escaped.
func storedInGrownList(urls []string) error {
	var all []*http.Response
	for range urls {
		all = append(all, nil)
	}
	for i, u := range urls {
		resp, err := http.Get(u) // want `never-closed`
		if err != nil {
			return err
		}
		all[i] = resp
	}
	return errors.New("dropped")
}

// One that came from elsewhere is.
func storedInGivenList(all []*http.Response, u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	all[0] = resp
	return nil
}

type holder struct {
	resp *http.Response
}

// A holder that another function found is known elsewhere: what is stored in it has escaped.
func storedInFoundHolder(find func() *holder, u string) error {
	h := find()
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	h.resp = resp
	return nil
}

// One that was made here is not.
func storedInOwnHolder(u string) error {
	h := &holder{}
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	h.resp = resp
	return nil
}

func closeBehind(p **http.Response) { (*p).Body.Close() }

func lookBehind(p **http.Response) int { return (*p).StatusCode }

// A helper gets the variable that holds the response.
func behindPointer(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	closeBehind(&resp)
	return nil
}

func behindPointerIsOpen(u string) error {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	_ = lookBehind(&resp)
	return nil
}
