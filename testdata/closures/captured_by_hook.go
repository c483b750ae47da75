package fixture

import "net/http"

// A hook that cannot be seen has a literal that closes what `resp` holds by then: a response that is stored in it later has
// escaped.
func storedAfterHook(register func(func()), u string) error {
	var resp *http.Response
	var err error
	register(func() {
		if resp != nil {
			resp.Body.Close()
		}
	})
	resp, err = http.Get(u)
	if err != nil {
		return err
	}
	return nil
}

// A literal that mentions another variable closes another response.
func storedBesideHook(register func(func()), u string) error {
	var first, second *http.Response
	var err error
	register(func() {
		if first != nil {
			first.Body.Close()
		}
	})
	second, err = http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	_ = second.StatusCode
	return nil
}
