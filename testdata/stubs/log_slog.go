// log/slog: a logged response is still open.
package p

import (
	"log/slog"
	"net/http"
)

func forgets(log *slog.Logger, link string) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		slog.Error("no answer", "err", err)
		return
	}
	log.Info("answer", slog.Any("resp", resp))
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		log.With("status", resp.Status).Warn("answer", "resp", resp)
		return // via `returns with the body open`
	}
	resp.Body.Close()
}

func closes(link string) {
	resp, err := http.Get(link)
	if err != nil {
		slog.Error("no answer", "err", err)
		return
	}
	defer resp.Body.Close()
	slog.Info("answer", "resp", resp)
}
