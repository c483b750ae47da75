// zap: Fatal and Panic do not return, every other level goes on.
package p

import (
	"net/http"

	"go.uber.org/zap"
)

func fatalEnds(log *zap.Logger, link string) error {
	resp, err := http.Get(link)
	if err != nil {
		log.Fatal("no answer", zap.Error(err))
	}
	if resp.StatusCode == http.StatusOK {
		return resp.Body.Close()
	}
	log.Panic("status", zap.Int("status", resp.StatusCode))
	return nil
}

func fatalOfSugar(link string) error {
	log := zap.S().With("link", link)
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusOK {
		return resp.Body.Close()
	}
	log.Fatalw("status", "status", resp.Status)
	return nil
}

// Must panics where there is an error.
func logged(link string) (err error) {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	log, err := zap.NewProduction()
	zap.Must(log, err)
	if err != nil {
		return err
	}
	log.Info("answer", zap.String("status", resp.Status))
	return resp.Body.Close()
}

// A logged response is still open.
func errorGoesOn(log *zap.Logger, link string) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		log.Error("no answer", zap.Error(err))
		return
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		log.Warn("status", zap.Any("resp", resp))
		return // via `returns with the body open`
	}
	resp.Body.Close()
}
