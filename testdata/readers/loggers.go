// Loggers and printers print what they get. They are known by their stubs, and else by their shape: a method with the name of a
// level and any number of values of any kind.
package readers

import (
	"io"
	"log/slog"
	"net/http"

	"example.com/unseen/telemetry"
)

type printer interface {
	Infof(format string, values ...any)
	Warn(values ...interface{})
	Keep(values ...any)
	Error(err error, values ...io.Closer)
}

func byInterface(log printer, u string) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return
	}
	log.Infof("%v", resp)
	log.Warn("body", resp.Body)
}

func byUnseen(u string) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return
	}
	telemetry.Logger().Debugw("answer", "response", resp)
}

func byLibrary(u string) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return
	}
	slog.Info("answer", "response", resp)
}

// Not by the name of a level, not for values of any kind, and what has a result may be the value.
func kept(log printer, u string) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	log.Keep("body", resp.Body)
}

func closed(log printer, u string) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	log.Error(nil, resp.Body)
}

func withResult(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	err = telemetry.Logger().Error(resp)
	return err
}
