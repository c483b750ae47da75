// logrus: Fatal, Panic and Exit do not return, every other level goes on.
package p

import (
	"io"
	"net/http"

	"github.com/sirupsen/logrus"
)

func fatalEnds(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		logrus.WithError(err).Fatal("no answer")
	}
	if resp.StatusCode == http.StatusOK {
		return resp.Body.Close()
	}
	logrus.WithField("link", link).Fatalf("status %s", resp.Status)
	return nil
}

func panicOfALogger(logger *logrus.Logger, link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusOK {
		return resp.Body.Close()
	}
	logger.Panicln("status", resp.Status)
	return nil
}

// A logged response is still open.
func errorGoesOn(log logrus.FieldLogger, link string) {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		log.WithError(err).Error("no answer")
		return
	}
	if resp.StatusCode != http.StatusOK { // via `when this is true`
		log.WithFields(logrus.Fields{"resp": resp}).Warn("status")
		return // via `returns with the body open`
	}
	resp.Body.Close()
}

// The handler has the body when the program is ended by logrus.
func closedAtExit(link string) (io.Reader, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	logrus.RegisterExitHandler(func() { resp.Body.Close() })
	first := make([]byte, 512)
	_, err = io.ReadFull(resp.Body, first)
	return nil, err
}
