// Package unseenclient asks a client of a module that is not there, and never names net/http.
package unseenclient

import (
	"fmt"
	"io"

	"example.org/absent"
)

type source struct{ client *absent.Client }

func (s *source) read(link string) ([]byte, error) {
	resp, err := s.client.Get(link) // want `leaks-on-path`
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != 200 {
		return nil, fmt.Errorf("status %d", resp.StatusCode)
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func (s *source) closed(link string) ([]byte, error) {
	resp, err := s.client.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return nil, fmt.Errorf("status %d", resp.StatusCode)
	}
	return io.ReadAll(resp.Body)
}
