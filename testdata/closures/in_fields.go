package fixture

import "net/http"

// A literal in a field closes the response where a method calls the field.
type session struct {
	stop func()
}

func (s *session) end() { s.stop() }

func (s *session) isOpen() bool { return s.stop != nil }

func endsSession(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	s := &session{stop: func() { resp.Body.Close() }}
	s.end()
	return nil
}

func looksAtSession(u string) error {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	s := &session{stop: func() { resp.Body.Close() }}
	_ = s.isOpen()
	return nil
}
