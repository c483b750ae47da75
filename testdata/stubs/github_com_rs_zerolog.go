// zerolog: an event of Fatal or Panic does not return when it is sent, every other one does.
package p

import (
	"context"
	"net/http"

	"github.com/rs/zerolog"
)

func fatalEnds(log *zerolog.Logger, link string) error {
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
func errorGoesOn(log *zerolog.Logger, link string) {
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

// The context of the logger ends with the one that is cancelled, and the response with it.
func cancelled(log zerolog.Logger, link string) (int, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	req, err := http.NewRequestWithContext(log.WithContext(ctx), http.MethodGet, link, nil)
	if err != nil {
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
