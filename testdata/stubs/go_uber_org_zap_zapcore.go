// zapcore: the types by which zap logs.
package p

import (
	"net/http"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

// A logged response is still open.
func logged(log *zap.Logger, level zapcore.Level, link string) error {
	resp, err := http.Get(link) // want `leaks-on-path`
	if err != nil {
		return err
	}
	fields := []zapcore.Field{zap.Int("status", resp.StatusCode), zap.Any("resp", resp)}
	log.Log(level, "answer", fields...)
	if level >= zapcore.WarnLevel { // via `when this is true`
		return nil // via `returns with the body open`
	}
	return resp.Body.Close()
}

func loggedAndClosed(log *zap.Logger, level zapcore.Level, link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	log.With([]zapcore.Field{zap.Any("resp", resp)}...).Log(level, "answer")
	return resp.Body.Close()
}
