// zerolog: an event of Fatal or Panic does not return when it is sent, every other one does.
package p

import (
	"net/http"

	"github.com/rs/zerolog/log"
)

func fatalEnds(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		log.Fatal().Err(err).Msg("no answer")
	}
	if resp.StatusCode == http.StatusOK {
		return resp.Body.Close()
	}
	log.Panic().Str("link", link).Int("status", resp.StatusCode).Send()
	return nil
}

// A logged response is still open.
func errorGoesOn(link string) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		log.Error().Err(err).Msg("no answer")
		return
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		log.Warn().Interface("resp", resp).Msgf("status %s", resp.Status)
		return // via `returns with the body open`
	}
	resp.Body.Close()
}
