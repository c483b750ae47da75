package fixture

import "net/http"

// Only types with the whole method set are implementers: a method of the same name that takes or returns something else closes
// nothing for a caller of the interface.
type reader interface {
	read(resp *http.Response) int
}

type status struct{}

func (status) read(resp *http.Response) int { return resp.StatusCode }

type noted struct{}

func (noted) read(resp *http.Response, note string) int {
	resp.Body.Close()
	return len(note)
}

type checked struct{}

func (checked) read(resp *http.Response) (int, error) {
	return resp.StatusCode, resp.Body.Close()
}

type named struct{}

func (named) read(resp *http.Response) string {
	defer resp.Body.Close()
	return resp.Status
}

type silent struct{}

func (silent) read(resp *http.Response) { resp.Body.Close() }

func readOnly(r reader, u string) (int, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return r.read(resp), nil // via `returns with the body open`
}

// The same the other way round: each of those that do fit closes.
type sealer interface {
	seal(resp *http.Response) error
}

type shuts struct{}

func (shuts) seal(resp *http.Response) error { return resp.Body.Close() }

type keepsNote struct{}

func (keepsNote) seal(resp *http.Response, note *string) error {
	*note = resp.Status
	return nil
}

func sealed(s sealer, u string) (string, error) {
	resp, err := http.Get(u)
	if err != nil {
		return "", err
	}
	return resp.Status, s.seal(resp)
}
